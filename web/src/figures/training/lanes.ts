// Which networks are trained side by side.

import type { Dash } from "../../charts/description";
import type { Request, Row, Text } from "../../core/api";
import { parametersOf } from "../../page/settings";
import type { State } from "../../page/state";
import { same } from "../../text";
import type { Lab, Lane } from "./context";
import { PREFIXES } from "./settings";

/** The lab, as far as it says what is set. */
type Set = Pick<Lab, "catalog" | "styles"> & { state: Pick<State, "values" | "string" | "number"> };

/** The same function may run twice: the lanes differ in their dashes. */
const DASHES: Dash[] = [[], [8, 4], [2, 3], [9, 3, 2, 3], [5, 2]];

const rowOf = ({ catalog }: Set, id: unknown): Row => catalog.activations.find((row) => row.id === id)!;

/** The request that is set, with what a lane has of its own. */
function laneOf(lab: Set, index: number, own: Request, name: (row: Row) => Text): Lane {
  const { catalog, state, styles } = lab;
  const fields = catalog.requests.trainBegin.filter((field) => field.type !== "parameters");
  const set = Object.fromEntries(fields.map((field) => [field.name, state.values[field.name]]));
  const row = rowOf(lab, own["activation"] ?? set["activation"]);
  const request = { ...set, ...own, parameters: parametersOf(row, state.values) };
  return { name: name(row), row, style: { colour: styles.get(row.id)!.colour, dash: DASHES[index]! }, request };
}

/** The contestants: A, B, C and D. */
export function raceLanes(lab: Set): Lane[] {
  const { state, catalog } = lab;
  const { choices } = catalog.requests.trainBegin.find(({ name }) => name === "initialisation")!;
  return PREFIXES.slice(0, state.number("runners")).map((prefix, i) => {
    const own = {
      activation: state.string(`${prefix}activation`),
      initialisation: state.string(`${prefix}initialisation`),
      gain: state.number(`${prefix}gain`),
    };
    const weights = choices.find(({ id }) => id === own.initialisation)!.label.en.split(/,|'s/)[0]!;
    const times = own.gain === 1 ? "" : ` × ${own.gain}`;
    const named = (comma: string) => (row: Row) => `${"ABCD"[i]} ${row.name.en}${comma}${weights}${times}`;
    return laneOf(lab, i, own, (row) => ({ en: named(", ")(row), zh: named("，")(row) }));
  });
}

/** The network that is set, alone. */
export const oneLane = (lab: Set): Lane[] => [laneOf(lab, 0, {}, (row) => same(row.name.en))];

/** The network that is set, and the same with one thing changed. */
export function cureLanes(lab: Set): Lane[] {
  const { min } = lab.catalog.requests.trainBegin.find(({ name }) => name === "rate")!;
  const cures: [Text, Request][] = [
    [{ en: "as set", zh: "当前设置" }, {}],
    [same("Leaky ReLU"), { activation: "leaky_relu" }],
    [same("ELU"), { activation: "elu" }],
    [{ en: "He weights, zero bias", zh: "He 权重，零偏置" }, { initialisation: "he_normal", gain: 1, bias: 0 }],
    [{ en: "a tenth of the rate", zh: "学习率的十分之一" }, { rate: Math.max(lab.state.number("rate") / 10, min) }],
  ];
  const lanes = cures.map(([name, own], i) => laneOf(lab, i, own, () => name));
  // A cure that is already taken is none.
  return lanes.filter(({ request }, i) => i === 0 || JSON.stringify(request) !== JSON.stringify(lanes[0]!.request));
}
