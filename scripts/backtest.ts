// Prints docs/backtest.md from the facts: npm run -s backtest > docs/backtest.md
import { backtestPage } from "../src/core/odds/backtest-page.ts";
import { loadFacts } from "../src/load-facts.ts";

const { facts } = await loadFacts();
process.stdout.write(backtestPage(facts));
