/** Instructions as the bytes of WebAssembly's binary format; an expression leaves its value on the stack. */
export type Code = readonly number[];

/** Types of parameters and locals. */
export const I32 = 0x7f;
export const F32 = 0x7d;
export const V128 = 0x7b;
type Type = typeof I32 | typeof F32 | typeof V128;

/** A function that returns nothing; its parameters, then its locals, are numbered from 0. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: readonly Type[];
  readonly locals: readonly Type[];
  readonly body: Code;
}

export const get = (local: number): Code => [0x20, local];
export const set = (local: number, value: Code): Code => [...value, 0x21, local];

/** Runs the body and again as long as the condition after it is not 0. */
export const loopWhile = (body: readonly Code[], condition: Code): Code => [
  ...[0x03, 0x40, ...body.flat(), ...condition],
  ...[0x0d, 0, 0x0b],
];
/** Runs the body if the condition is not 0. */
export const when = (condition: Code, body: Code): Code => [...condition, 0x04, 0x40, ...body, 0x0b];

const binary =
  (...opcode: number[]) =>
  (one: Code, other: Code): Code => [...one, ...other, ...opcode];
const unary =
  (...opcode: number[]) =>
  (value: Code): Code => [...value, ...opcode];

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  load: (at: Code): Code => [...at, 0x28, 2, 0],
  add: binary(0x6a),
  shiftLeft: binary(0x74),
  below: binary(0x49),
};

export const f32 = {
  const: (value: number): Code => [0x43, ...floats(value)],
  load: (at: Code): Code => [...at, 0x2a, 2, 0],
  store: (at: Code, value: Code): Code => [...at, ...value, 0x38, 2, 0],
  sqrt: unary(0x91),
  add: binary(0x92),
  subtract: binary(0x93),
  multiply: binary(0x94),
  divide: binary(0x95),
  max: binary(0x97),
};

/** Four 32-bit floats at once. */
export const f32x4 = {
  const: (...lanes: [number, number, number, number]): Code => [0xfd, 0x0c, ...floats(...lanes)],
  load: (at: Code, offset = 0): Code => [...at, 0xfd, 0x00, 2, ...unsigned(offset)],
  loadToAll: (at: Code): Code => [...at, 0xfd, 0x09, 2, 0],
  store: (at: Code, value: Code): Code => [...at, ...value, 0xfd, 0x0b, 2, 0],
  toAll: unary(0xfd, 0x13),
  lane: (value: Code, lane: number): Code => [...value, 0xfd, 0x1f, lane],
  /** The second pair of lanes before the first. */
  swapPairs: (value: Code): Code => [
    ...value,
    ...value,
    ...[0xfd, 0x0d, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7],
  ],
  /** The value with its first two lanes 0. */
  secondPair: (value: Code): Code => [
    ...value,
    ...[0xfd, 0x0c, ...Array<number>(8).fill(0), ...Array<number>(8).fill(0xff)],
    ...[0xfd, 0x4e],
  ],
  below: binary(0xfd, 0x43),
  anyTrue: unary(0xfd, 0x53),
  sqrt: unary(0xfd, 0xe3, 0x01),
  add: binary(0xfd, 0xe4, 0x01),
  subtract: binary(0xfd, 0xe5, 0x01),
  multiply: binary(0xfd, 0xe6, 0x01),
  divide: binary(0xfd, 0xe7, 0x01),
  max: binary(0xfd, 0xe9, 0x01),
};

/** A module that imports a memory as `host.memory` and exports the functions under their names. */
export function moduleOf(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const header = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const types = functions.map(({ parameters }) => [0x60, ...counted(parameters.map((type) => [type])), 0]);
  const bodies = functions.map(({ locals, body }) => {
    const code = [...counted(locals.map((type) => [1, type])), ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...header,
    ...section(1, types),
    ...section(2, [[...text("host"), ...text("memory"), 0x02, 0x00, 1]]),
    ...section(
      3,
      functions.map((_, i) => [i]),
    ),
    ...section(
      7,
      functions.map(({ name }, i) => [...text(name), 0x00, i]),
    ),
    ...section(10, bodies),
  ]);
}

function section(id: number, entries: readonly Code[]): Code {
  const content = counted(entries);
  return [id, ...unsigned(content.length), ...content];
}

function counted(entries: readonly Code[]): Code {
  return [...unsigned(entries.length), ...entries.flat()];
}

function text(value: string): Code {
  return counted([...value].map((letter) => [letter.charCodeAt(0)]));
}

function floats(...values: number[]): Code {
  return [...new Uint8Array(Float32Array.from(values).buffer)];
}

/** A number in LEB128, seven bits a byte. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  const isLast = value >= -0x40 && value < 0x40;
  return isLast ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}
