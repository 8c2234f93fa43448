import type { ChannelPost, Post, PostOutcome } from "../../src/core/post.ts";

export interface Posted {
	channel: string;
	nonce: string;
	title: string;
	at: number;
	post: ChannelPost;
}

/** Both platforms as far as posts go: Discord gives back what a nonce posted before, Slack knows no nonce. */
export function fakePlatforms(now: () => number) {
	const posted: Posted[] = [];
	const answers: (PostOutcome | "lost")[] = [];
	const post: Post = async (message) => {
		const isDiscord = message.place?.platform === "discord";
		const next = answers.shift();
		if (next && next !== "lost") return next;
		const before = posted.find(
			(one) => one.channel === message.channel && one.nonce === message.nonce,
		);
		if (!(isDiscord && before && now() - before.at < 180_000)) {
			const { title } = message.reply.answer;
			posted.push({
				channel: message.channel,
				nonce: message.nonce,
				title,
				at: now(),
				post: message,
			});
		}
		if (next === "lost") return trouble("unknown", isDiscord);
		return { done: true, message: `${posted.length}` };
	};
	return {
		post,
		posted,
		/** What the next posts answer instead; `lost`: posted, but the answer gets lost. */
		answerNext: (...next: (PostOutcome | "lost")[]) => answers.push(...next),
		titlesIn: (channel: string) =>
			posted.filter((one) => one.channel === channel).map((one) => one.title),
	};
}

export const trouble = (
	because: Exclude<PostOutcome, { done: true }>["because"],
	repeatIsSafe = true,
): PostOutcome => ({
	done: false,
	because,
	code: because,
	repeatIsSafe,
	words: `It is ${because}.`,
});
