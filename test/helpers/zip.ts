import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
	name: string;
	data: Buffer;
	/** What the ZIP claims instead of the truth. */
	claims?: { size?: number; sum?: number };
}

/** A ZIP file of these entries, with lies where a test wants them. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
	const parts: Buffer[] = [];
	const central: Buffer[] = [];
	let at = 0;
	for (const { name, data, claims = {} } of entries) {
		const packed = deflateRawSync(data);
		const bytes = Buffer.from(name);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(8, 4);
		common.writeUInt32LE(claims.sum ?? crc32(data), 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(claims.size ?? data.length, 18);
		common.writeUInt16LE(bytes.length, 22);
		const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, bytes]);
		const head = Buffer.concat([
			Buffer.from("PK\u0001\u0002\u0014\u0000"),
			common,
			Buffer.alloc(14),
		]);
		head.writeUInt32LE(at, head.length - 4);
		parts.push(local, packed);
		central.push(head, bytes);
		at += local.length + packed.length;
	}
	const list = Buffer.concat(central);
	const end = Buffer.alloc(22);
	end.write("PK\u0005\u0006", "latin1");
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(list.length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...parts, list, end]);
}
