import { type Kernel, LIST_LENGTH, plainKernel } from "./kernel.ts";
import type { Springs } from "./springs.ts";
import { wasmModule } from "./wasm-module.ts";

const PAGE = 65_536;

/** The fastest kernel that runs here: WebAssembly where it and its SIMD are there and allowed, else plain JavaScript. */
export function fastestKernel(count: number, springs: Springs): Kernel {
  return wasmKernel(count, springs) ?? plainKernel(count, springs);
}

interface Exports {
  readonly repel: (...addresses: number[]) => void;
  readonly pull: (...arguments_: number[]) => void;
}

/** A kernel in WebAssembly, four bodies at a time; null where that cannot run, be it for a page's policy. */
export function wasmKernel(count: number, springs: Springs): Kernel | null {
  const links = springs.a.length;
  const sizes = [4 * count, count, count, count, count, LIST_LENGTH, LIST_LENGTH, LIST_LENGTH];
  const columns = [links, links, links, links];
  const bytes = 4 * [...sizes, ...columns].reduce((sum, size) => sum + roundUp(size), 0);
  const started = start(bytes);
  if (!started) return null;
  const { memory, repel, pull } = started;
  let used = 0;
  const floats = (size: number) => {
    const view = new Float32Array(memory.buffer, used, size);
    used += 4 * roundUp(size);
    return view;
  };
  const take = (values: Uint32Array | Float32Array): number => {
    const address = used;
    const view = floats(values.length);
    new Uint32Array(view.buffer, address, values.length).set(
      new Uint32Array(values.buffer, values.byteOffset, values.length),
    );
    return address;
  };
  const [bodies, sortedX, sortedY, pushX, pushY, listX, listY, listCharge] = sizes.map(floats) as Eight;
  const [a, b, pullA, pullB] = [springs.a, springs.b, springs.pullA, springs.pullB].map(take) as Four;
  return {
    name: "wasm",
    bodies,
    sortedX,
    sortedY,
    pushX,
    pushY,
    listX,
    listY,
    listCharge,
    repel(first, end, length) {
      const whole = roundUp(length);
      listX.fill(0, length, whole);
      listY.fill(0, length, whole);
      listCharge.fill(0, length, whole);
      const at = (view: Float32Array) => view.byteOffset + 4 * first;
      repel(
        at(sortedX),
        sortedX.byteOffset + 4 * end,
        at(sortedY),
        at(pushX),
        at(pushY),
        listX.byteOffset,
        listX.byteOffset + 4 * whole,
      );
    },
    pull(length, heat) {
      if (links > 0) pull(bodies.byteOffset, a, a + 4 * links, b, pullA, pullB, length, heat);
    },
  };
}

type Eight = [
  Float32Array,
  Float32Array,
  Float32Array,
  Float32Array,
  Float32Array,
  Float32Array,
  Float32Array,
  Float32Array,
];
type Four = [number, number, number, number];

function start(bytes: number): (Exports & { memory: WebAssembly.Memory }) | null {
  try {
    const module = new WebAssembly.Module(wasmModule());
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) + 1 });
    const { exports } = new WebAssembly.Instance(module, { host: { memory } });
    return { ...(exports as unknown as Exports), memory };
  } catch {
    return null;
  }
}

/** The next multiple of four, so that every column starts where four floats can be read at once. */
function roundUp(size: number): number {
  return (size + 3) & ~3;
}
