// npm run -s bench: times for reading, not a test.
await import("./bench/odds.ts");
await import("./bench/ask.ts");
