import { z } from "zod";
import { option } from "../options.ts";

export const candidates = option(
	z
		.string()
		.trim()
		.min(1)
		.max(12_000)
		.describe("Levels and degrees, such as 2xII, 1xIII us-masters"),
	{
		label: "Candidates",
		bare: true,
		read: (words) => (words.trim() === "" ? undefined : words.trim()),
		hint: "Type the candidates by level, split by commas, such as II,II,III us-masters or 2xII, 1xIII us-masters.",
	},
);
