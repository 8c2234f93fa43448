// Reads .env for the scripts that need it; Node 20 has no flag that lets the file be missing.
import { existsSync } from "node:fs";

if (existsSync(".env")) process.loadEnvFile(".env");
