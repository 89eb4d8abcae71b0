import { peakMemory } from "../peak-memory.ts";

// Imported before another program, it tells at the end what that program needed.
process.on("exit", () => process.stderr.write(`peak memory ${peakMemory()}`));
