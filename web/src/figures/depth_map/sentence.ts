// Which weights learn where the networks are shallow, and which where they are deep.

import type { Text } from "../../core/api";
import { short } from "../../text";
import { CHANCE } from "./chart";
import type { DepthMap } from "./map";
import { COARSE, keyOf, type Results } from "./places";

/** Less than half of the loss of guessing. */
const LEARNED = CHANCE / 2;

interface Row {
  depth: number;
  /** The σ_w of the networks that have learned, ascending. */
  learned: number[];
}

function rowsOf({ depth, sigma_w }: DepthMap, results: Results): Row[] {
  return Array.from(depth, (layers, row) => {
    const losses = Array.from(sigma_w, (_, column) => results.get(keyOf({ row, column }))?.loss);
    return {
      depth: layers,
      // A row that has only begun says nothing of its ends.
      tried: losses.filter((loss) => loss !== undefined).length >= sigma_w.length / COARSE,
      learned: Array.from(sigma_w).filter((_, column) => losses[column]! < LEARNED),
    };
  }).filter(({ tried }) => tried);
}

export function depthMapSentence(map: DepthMap, results: Results): Text {
  const rows = rowsOf(map, results);
  const deepest = [...rows].reverse().find(({ learned }) => learned.length > 0);
  const [shallow, last] = [rows[0], rows[rows.length - 1]];
  if (!shallow || !last) return { en: "Each cell is a network that is trained here.", zh: "每一格都是在这里训练的一个网络。" };
  if (!deepest) return { en: `None of the ${results.size} networks has learned.`, zh: `${results.size} 个网络，没有一个学会。` };
  const ends = ({ learned }: Row) => [short(learned[0]!, 2), short(learned[learned.length - 1]!, 2)] as const;
  const [low, high] = ends(deepest);
  const only = low === high ? { en: `only at σ_w = ${low}`, zh: `只有 σ_w = ${low} 学得会` } : { en: `from σ_w = ${low} to ${high}`, zh: `σ_w 从 ${low} 到 ${high} 学得会` };
  const beyond = deepest === last ? { en: "", zh: "" } : { en: " No deeper one has learned.", zh: "更深的都没有学会。" };
  if (shallow === deepest || shallow.learned.length === 0) {
    return { en: `At depth ${deepest.depth} networks learn ${only.en}.${beyond.en}`, zh: `深度 ${deepest.depth} 时，${only.zh}。${beyond.zh}` };
  }
  const first = ends(shallow);
  return {
    en: `At depth ${shallow.depth} networks learn from σ_w = ${first[0]} to ${first[1]}, at depth ${deepest.depth} ${only.en}.${beyond.en}`,
    zh: `深度 ${shallow.depth} 时，σ_w 从 ${first[0]} 到 ${first[1]} 都学得会；深度 ${deepest.depth} 时，${only.zh}。${beyond.zh}`,
  };
}
