import { InvalidArgumentError } from "commander";

/** A whole number from 0 up. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Must be a whole number of at least 0.");
  return Number(text);
}

const UNITS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A time as milliseconds: `90m`, `12h`, `7d`; a bare number is seconds. */
export function age(text: string): number {
  const [, number, unit = "s"] = /^(\d{1,9})([smhd]?)$/.exec(text) ?? [];
  const factor = UNITS[unit || "s"];
  if (number === undefined || factor === undefined) {
    throw new InvalidArgumentError("Must be a time such as 90m, 12h or 7d.");
  }
  return Number(number) * factor;
}
