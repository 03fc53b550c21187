// Conditions that say which choice the core's numbers fall to: `-6 < arrives < -1`; several, with
// commas between, must hold together. An operand is a number or the name of a value.

export type Values = Record<string, number>;

function operand(text: string, values: Values): number {
  const number = text === "" ? NaN : Number(text);
  const value = Number.isNaN(number) ? values[text] : number;
  if (value === undefined) throw new Error(`"${text}" is neither a number nor a value of this prediction`);
  return value;
}

export function holds(condition: string, values: Values): boolean {
  return condition.split(",").every((chain) => {
    const numbers = chain.split("<").map((text) => operand(text.trim(), values));
    if (numbers.length < 2) throw new Error(`"${condition}" compares nothing`);
    return numbers.every((number, i) => i === 0 || numbers[i - 1]! < number);
  });
}

/** The one choice that the values fall to. */
export function rightChoice(choices: string[], values: Values): number {
  const right = choices.flatMap((condition, i) => (holds(condition, values) ? [i] : []));
  const told = Object.entries(values).map(([name, value]) => `${name} = ${value}`).join(", ");
  if (right.length === 0) throw new Error(`the core's answer is outside all choices: ${told}`);
  if (right.length > 1) throw new Error(`the core's answer falls to several choices: ${told}`);
  return right[0]!;
}
