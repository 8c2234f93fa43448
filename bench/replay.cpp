// One full-population season in C++, for `npm run bench`: the same work as src/core/odds/replay.ts, with the
// same generator, so the counts must agree; and the same season by exponential clocks, a logarithm a person.
// Usage: replay SEED ROUNDS FIRST SECOND n n n n n n n n (advanced I to IV, regular I to IV)
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

struct Random {
	uint32_t s[4];
	explicit Random(uint64_t seed) {
		for (int half = 0; half < 2; half++) {
			uint64_t z = (seed += 0x9e3779b97f4a7c15u);
			z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
			z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
			z ^= z >> 31;
			s[2 * half] = static_cast<uint32_t>(z);
			s[2 * half + 1] = static_cast<uint32_t>(z >> 32);
		}
	}
	static uint32_t rotate(uint32_t x, int k) { return (x << k) | (x >> (32 - k)); }
	uint32_t next() {
		const uint32_t word = rotate(s[1] * 5, 7) * 9, t = s[1] << 9;
		s[2] ^= s[0];
		s[3] ^= s[1];
		s[1] ^= s[2];
		s[0] ^= s[3];
		s[2] ^= t;
		s[3] = rotate(s[3], 11);
		return word;
	}
};

template <typename Key> struct Person {
	Key key;
	uint32_t place;
	bool operator<(const Person &other) const {
		return key < other.key || (key == other.key && place < other.place);
	}
};

using Counts = std::vector<uint32_t>;

template <typename Key, typename Make>
Counts draw(const Counts &groups, uint32_t target, Random &random, Make make) {
	size_t total = 0;
	for (uint32_t n : groups) total += n;
	if (target == 0) return Counts(groups.size());
	if (target >= total) return groups;
	std::vector<Person<Key>> people(total);
	size_t at = 0;
	for (size_t group = 0; group < groups.size(); group++)
		for (uint32_t i = 0; i < groups[group]; i++, at++)
			people[at] = {make(random, static_cast<uint32_t>(group % 4 + 1)), static_cast<uint32_t>(at)};
	std::nth_element(people.begin(), people.begin() + target, people.end());
	std::vector<uint8_t> chosen(total);
	for (uint32_t i = 0; i < target; i++) chosen[people[i].place] = 1;
	Counts selected(groups.size());
	at = 0;
	for (size_t group = 0; group < groups.size(); group++)
		for (uint32_t i = 0; i < groups[group]; i++, at++) selected[group] += chosen[at];
	return selected;
}

template <typename Key, typename Make>
Counts season(const Counts &pool, uint32_t first, uint32_t second, Random random, Make make) {
	Counts selected = draw<Key>(pool, first, random, make);
	Counts left(4);
	for (int level = 0; level < 4; level++) left[level] = pool[level] - selected[level];
	const Counts again = draw<Key>(left, second, random, make);
	for (int level = 0; level < 4; level++) selected[level] += again[level];
	return selected;
}

template <typename Run> double best(int rounds, Run run) {
	double least = 1e300;
	for (int round = 0; round < rounds; round++) {
		const auto start = std::chrono::steady_clock::now();
		run();
		const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
		least = std::min(least, took.count());
	}
	return least;
}

int main(int argc, char **argv) {
	if (argc != 13) return 2;
	const Random random(std::strtoull(argv[1], nullptr, 10));
	const int rounds = std::atoi(argv[2]);
	const uint32_t first = std::atoi(argv[3]), second = std::atoi(argv[4]);
	Counts pool;
	for (int i = 5; i < 13; i++) pool.push_back(static_cast<uint32_t>(std::atoi(argv[i])));
	const auto entries = [](Random &from, uint32_t weight) {
		uint32_t least = UINT32_MAX;
		for (uint32_t entry = 0; entry < weight; entry++) least = std::min(least, from.next());
		return least;
	};
	const auto clocks = [](Random &from, uint32_t weight) {
		return -std::log((from.next() + 0.5) / 4294967296.0) / weight;
	};
	Counts selected;
	const double byEntries =
	    best(rounds, [&] { selected = season<uint32_t>(pool, first, second, random, entries); });
	const double byClocks =
	    best(rounds, [&] { season<double>(pool, first, second, random, clocks); });
	std::printf("{\"entriesMs\": %f, \"clocksMs\": %f, \"selected\": [", byEntries, byClocks);
	for (size_t group = 0; group < 8; group++)
		std::printf("%s%u", group ? ", " : "", selected[group]);
	std::printf("]}\n");
}
