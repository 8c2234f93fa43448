import { deflateSync } from "node:zlib";

/**
 * A picture as a PNG of at most 256 colours: charts have few, and so it is a third of the size.
 * `pixels`: red, green, blue, alpha; all opaque. Where there are more colours, near ones become one.
 */
export function indexedPng(pixels: Uint8Array, width: number, height: number): Uint8Array {
	const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
	for (const mask of [0xffffff, 0xfcfcfc, 0xf8f8f8, 0xf0f0f0, 0xe0e0e0, 0xc0c0c0]) {
		const found = index(colours, width, mask);
		if (found) return file(found.rows, found.palette, width, height);
	}
	throw new RangeError("more than 256 colours of two bits each");
}

/** Rows of palette places, each after its filter byte; undefined when 256 places are not enough. */
function index(colours: Uint32Array, width: number, mask: number) {
	const places = new Map<number, number>();
	const palette: number[] = [];
	const rows = new Uint8Array(colours.length + colours.length / width);
	let at = 0;
	let before = -1;
	let place = 0;
	for (let i = 0; i < colours.length; i++) {
		if (i % width === 0) rows[at++] = 0;
		const colour = colours[i] ?? 0;
		if (colour !== before) {
			before = colour;
			const key = colour & mask;
			place = places.get(key) ?? palette.length;
			if (place === palette.length) {
				if (place === 256) return undefined;
				places.set(key, place);
				// The first of the near ones stands for all, exactly: flat areas keep their colour.
				palette.push(colour);
			}
		}
		rows[at++] = place;
	}
	return { rows, palette };
}

function file(rows: Uint8Array, palette: number[], width: number, height: number): Uint8Array {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	// Eight bits a place, by palette.
	header.set([8, 3, 0, 0, 0], 8);
	const plte = Buffer.from(palette.flatMap((c) => [c & 255, (c >> 8) & 255, (c >> 16) & 255]));
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk("IHDR", header),
		chunk("PLTE", plte),
		chunk("IDAT", deflateSync(rows, { level: 6 })),
		chunk("IEND", Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const out = Buffer.alloc(12 + data.length);
	out.writeUInt32BE(data.length, 0);
	out.write(type, 4, "latin1");
	data.copy(out, 8);
	out.writeUInt32BE(crc(out.subarray(4, 8 + data.length)), 8 + data.length);
	return out;
}

// The PNG specification, annex D.
const CRCS = Uint32Array.from({ length: 256 }, (_, n) => {
	let c = n;
	for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
	return c;
});

function crc(bytes: Uint8Array): number {
	let c = 0xffffffff;
	for (const byte of bytes) c = (CRCS[(c ^ byte) & 255] ?? 0) ^ (c >>> 8);
	return (c ^ 0xffffffff) >>> 0;
}
