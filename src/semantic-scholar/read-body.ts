/** An answer that is too large to be one of this API. */
export class OversizedBody extends Error {
  override readonly name = "OversizedBody";
}

/** The API sends 10 MB at most; what is longer is not its answer. */
const LONGEST_BODY_BYTES = 32_000_000;
/** Recorded answers nest seven deep. */
const DEEPEST_BODY = 64;
/** 10 MB of papers hold some 400,000; millions of empty lists are small on the wire and large in memory. */
const MOST_VALUES = 2_000_000;

/**
 * The text of an answer, "" without a body; the signal ends the reading and the connection. Throws
 * OversizedBody as soon as there are more than 32 MB of it, or JSON nested more than 64 deep or of more
 * than 2,000,000 values: nothing beyond that is read, and nothing of it is parsed.
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  signal: AbortSignal,
): Promise<string> {
  if (!body) return "";
  const reader = body.getReader();
  const cancel = () => void reader.cancel().catch(() => {});
  // The reader itself, because fetch may have lost the signal by now (see withinTime).
  signal.addEventListener("abort", cancel, { once: true });
  try {
    signal.throwIfAborted();
    const chunks: Uint8Array[] = [];
    const excessIn = createGauge();
    let bytes = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      bytes += part.value.byteLength;
      if (bytes > LONGEST_BODY_BYTES) {
        throw new OversizedBody(`is longer than ${LONGEST_BODY_BYTES / 1_000_000} MB`);
      }
      const excess = excessIn(part.value);
      if (excess) throw new OversizedBody(excess);
      chunks.push(part.value);
    }
    signal.throwIfAborted();
    return textOf(chunks, bytes);
  } catch (error) {
    cancel();
    throw error;
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

function textOf(chunks: readonly Uint8Array[], bytes: number): string {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return new TextDecoder().decode(whole);
}

const [QUOTE, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Says for each further piece of a JSON text what it has too much of so far; null for nothing. In UTF-8 no
 * byte of a longer character looks like one of these. A text that is not an array or object never has:
 * parsing it fails at once.
 */
function createGauge(): (piece: Uint8Array) => string | null {
  let depth = 0;
  let values = 0;
  let inString = false;
  let escaped = false;
  let isJson: boolean | null = null;
  return (piece) => {
    for (const byte of piece) {
      // A byte order mark may come first.
      if (isJson === null && byte > 0x20 && byte < 0x80) isJson = byte === OPEN_ARRAY || byte === OPEN_OBJECT;
      if (isJson === false) return null;
      if (escaped) escaped = false;
      else if (inString) {
        if (byte === QUOTE) inString = false;
        else if (byte === BACKSLASH) escaped = true;
      } else if (byte === QUOTE) inString = true;
      else if (byte === COMMA) values += 1;
      else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
        values += 1;
        depth += 1;
        if (depth > DEEPEST_BODY) return `is nested more than ${DEEPEST_BODY} deep`;
      } else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) depth -= 1;
    }
    return values > MOST_VALUES ? `holds more than ${MOST_VALUES.toLocaleString("en")} values` : null;
  };
}
