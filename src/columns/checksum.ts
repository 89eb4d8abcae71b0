const PRIME_1 = 0x9e3779b1;
const PRIME_2 = 0x85ebca77;
const PRIME_3 = 0xc2b2ae3d;
const PRIME_4 = 0x27d4eb2f;
const PRIME_5 = 0x165667b1;
/** Bytes that are taken in at once. */
const STRIPE = 16;

/** A checksum that is taken while bytes come in. */
export interface RunningChecksum {
  /** Takes in more bytes, in any portions. */
  add(bytes: Uint8Array): void;
  /** The checksum of all bytes so far, 0 up to 2³²-1. More may be added after. */
  value(): number;
}

/**
 * The checksum of the bytes: xxHash32 with seed 0, 0 up to 2³²-1. Tells accidents, not forgeries: bytes that
 * differ within a single group of four always have another one. About 1 GB/s. Source: Y. Collet,
 * xxHash fast digest algorithm (specification 0.1.1).
 */
export function checksumOf(bytes: Uint8Array): number {
  const running = startChecksum();
  running.add(bytes);
  return running.value();
}

/** The same of bytes that come in portions: what a stream gives, say. */
export function startChecksum(): RunningChecksum {
  // Four lanes of 32 bits, each of which takes in every fourth word.
  const lanes = Int32Array.of(PRIME_1 + PRIME_2, PRIME_2, 0, -PRIME_1);
  const rest = new Uint8Array(STRIPE);
  let kept = 0;
  let total = 0;
  return {
    add(bytes) {
      total += bytes.length;
      let from = 0;
      if (kept > 0) {
        from = Math.min(STRIPE - kept, bytes.length);
        rest.set(bytes.subarray(0, from), kept);
        kept += from;
        if (kept < STRIPE) return;
        takeStripes(lanes, rest, 0, STRIPE);
        kept = 0;
      }
      const end = from + Math.floor((bytes.length - from) / STRIPE) * STRIPE;
      takeStripes(lanes, bytes, from, end);
      rest.set(bytes.subarray(end));
      kept = bytes.length - end;
    },
    value: () => finish(lanes, rest.subarray(0, kept), total),
  };
}

/** Takes bytes `from` up to `to`, a whole number of stripes, into the lanes. */
function takeStripes(lanes: Int32Array, bytes: Uint8Array, from: number, to: number): void {
  const words = wordsOf(bytes, from, to);
  const { imul } = Math;
  let [a = 0, b = 0, c = 0, d = 0] = lanes;
  // Written out: it often runs once only, before an engine has compiled anything, when calls are dear.
  for (let i = 0; i < words.length; i += 4) {
    a = (a + imul(words[i]!, PRIME_2)) | 0;
    b = (b + imul(words[i + 1]!, PRIME_2)) | 0;
    c = (c + imul(words[i + 2]!, PRIME_2)) | 0;
    d = (d + imul(words[i + 3]!, PRIME_2)) | 0;
    a = imul((a << 13) | (a >>> 19), PRIME_1);
    b = imul((b << 13) | (b >>> 19), PRIME_1);
    c = imul((c << 13) | (c >>> 19), PRIME_1);
    d = imul((d << 13) | (d >>> 19), PRIME_1);
  }
  lanes.set([a, b, c, d]);
}

/** The bytes as words, the first byte the lowest as on every machine with a browser; copied where they lie askew. */
function wordsOf(bytes: Uint8Array, from: number, to: number): Int32Array {
  const start = bytes.byteOffset + from;
  return start % 4 === 0
    ? new Int32Array(bytes.buffer, start, (to - from) / 4)
    : new Int32Array(bytes.slice(from, to).buffer);
}

function rotated(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Joins the lanes, takes in the bytes of the last stripe that is not full, and spreads every bit. */
function finish(lanes: Int32Array, rest: Uint8Array, total: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = lanes;
  let hash =
    total < STRIPE ? PRIME_5 | 0 : (rotated(a, 1) + rotated(b, 7) + rotated(c, 12) + rotated(d, 18)) | 0;
  hash = (hash + total) | 0;
  const view = new DataView(rest.buffer, rest.byteOffset, rest.byteLength);
  let i = 0;
  for (; i + 4 <= rest.length; i += 4) {
    hash = (hash + Math.imul(view.getInt32(i, true), PRIME_3)) | 0;
    hash = Math.imul(rotated(hash, 17), PRIME_4);
  }
  for (; i < rest.length; i++) {
    hash = (hash + Math.imul(view.getUint8(i), PRIME_5)) | 0;
    hash = Math.imul(rotated(hash, 11), PRIME_1);
  }
  hash = Math.imul(hash ^ (hash >>> 15), PRIME_2);
  hash = Math.imul(hash ^ (hash >>> 13), PRIME_3);
  return (hash ^ (hash >>> 16)) >>> 0;
}
