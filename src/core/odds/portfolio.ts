/** Candidates of one employer, each with an own chance. Percentiles are numbers of people. */
export interface Portfolio {
	/** Chance of exactly k selected, at index k from 0 to the number of candidates. */
	distribution: Float64Array;
	mean: number;
	p10: number;
	p90: number;
	none: number;
	all: number;
}

/**
 * How many of some candidates are selected: the Poisson-binomial distribution, exactly, one candidate
 * after another. In a pool of a real size candidates are as good as independent.
 */
export function portfolioOf(chances: readonly number[]): Portfolio {
	const distribution = new Float64Array(chances.length + 1);
	distribution[0] = 1;
	let all = 1;
	let mean = 0;
	chances.forEach((p, before) => {
		const q = 1 - p;
		for (let k = before + 1; k > 0; k--)
			distribution[k] = (distribution[k] as number) * q + (distribution[k - 1] as number) * p;
		distribution[0] = (distribution[0] as number) * q;
		all *= p;
		mean += p;
	});
	return {
		distribution,
		mean,
		p10: percentile(distribution, 0.1),
		p90: percentile(distribution, 0.9),
		none: distribution[0],
		all,
	};
}

/** The least number that the share `of` of the distribution does not exceed. */
function percentile(distribution: Float64Array, of: number): number {
	let below = 0;
	for (let k = 0; k < distribution.length; k++) {
		below += distribution[k] as number;
		if (below >= of) return k;
	}
	return distribution.length - 1;
}
