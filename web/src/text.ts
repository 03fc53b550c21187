import type { Text } from "./core/api";

export { same } from "./core/api";

export type Language = "en" | "zh" | "both";

/** The text in one language; both, where a place can hold only one string. */
export function pick(text: Text, language: Language): string {
  if (language !== "both" || text.en === text.zh) return text[language === "zh" ? "zh" : "en"];
  return `${text.en} · ${text.zh}`;
}

/** Writes a number with so many significant digits: 0.25, −0.16997, 4.5×10⁻⁵. */
export function significant(value: number, digits: number): string {
  if (value === Infinity) return "∞";
  if (value === -Infinity) return "−∞";
  if (Number.isNaN(value)) return "NaN";
  const [mantissa, exponent] = value.toExponential(digits - 1).split("e") as [string, string];
  const power = Number(exponent);
  const small = value === 0 || (power >= -4 && power < Math.max(digits, 5));
  const plain = value === 0 ? "0" : small ? fixed(value, Math.max(0, digits - 1 - power)) : mantissa;
  return plain.replace("-", "−") + (small ? "" : "×10" + superscript(power));
}

/** The same without zeros at the end: 0.5, 32, 1.4×10⁻¹³. */
export function short(value: number, digits: number): string {
  const [mantissa, power] = significant(value, digits).split("×") as [string, string?];
  const trimmed = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
  return power === undefined ? trimmed : `${trimmed}×${power}`;
}

/** Writes a number with so many decimals: 0.30, −0.63, 0.00. */
export const decimals = (value: number, places: number): string =>
  value.toFixed(places).replace(/^-(?=0(\.0+)?$)/, "").replace("-", "−");

/** A change in decades. */
export const decades = (value: number): string => decimals(value, 4);

const fixed = (value: number, decimals: number) => value.toFixed(Math.min(decimals, 100));

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

export function superscript(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return (exponent < 0 ? "⁻" : "") + digits;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
