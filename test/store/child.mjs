// A desk's store in a process of its own, over the built files: to be killed, limited and read by tests.
// node child.mjs write|once FOLDER [user id]
import "libsql";
import { openStore } from "../../dist/src/store/open.js";

const [mode, folder, user] = process.argv.slice(2);
process.on("SIGXFSZ", () => {});
if (user) process.seteuid(Number(user));
const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);

const store = await openStore({ DATA_DIR: folder }, true).catch((error) => {
	say({ refused: error.code, message: error.message });
	process.exit(78);
});
const map = store.map("deliveries");

if (mode === "write") {
	// Each number is said only after the store has confirmed it.
	for (let i = 0; ; i++) {
		await map.set(`n/${i % 50}`, { i, text: "x".repeat(500) });
		if (!(await map.swap("last", i === 0 ? undefined : { i: i - 1 }, { i })))
			throw new Error("the swap did not find what the last one wrote");
		say(i);
		await new Promise(setImmediate);
	}
}

const attempt = async (work) =>
	work().catch((error) => ({ code: error.code, blocks: error.blocks }));
say({
	get: await attempt(() => map.get("k")),
	set: await attempt(() => map.set("k", "x".repeat(200_000)).then(() => "stored")),
	after: await attempt(() => map.get("k")),
	problem: store.problem(),
});
await store.close();
process.exit(0);
