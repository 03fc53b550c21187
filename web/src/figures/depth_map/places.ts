// Which networks of the map are trained first: a coarse map, then what lies between.

import type { DepthMap } from "./map";

export interface Place {
  row: number;
  column: number;
}

/** What a network has come to. */
export interface Trained {
  loss: number;
  accuracy: number;
  /** The step whose numbers were not finite; 0 if there is none. */
  diverged: number;
}

/** Results by `keyOf` their place. */
export type Results = Map<string, Trained>;

export const keyOf = ({ row, column }: Place): string => `${row},${column}`;

/** Every fourth depth and weight. */
export const COARSE = 4;
const STRIDES = { coarse: [COARSE], fine: [COARSE, 2, 1] };
export type Detail = keyof typeof STRIDES;

function every(stride: number, { depth, sigma_w }: DepthMap): Place[] {
  const places: Place[] = [];
  for (let row = 0; row < depth.length; row += stride) {
    for (let column = 0; column < sigma_w.length; column += stride) places.push({ row, column });
  }
  return places;
}

export function placesOf(map: DepthMap, detail: Detail): Place[] {
  const places = STRIDES[detail].flatMap((stride) => every(stride, map));
  return [...new Map(places.map((place) => [keyOf(place), place])).values()];
}

/** A part of the map with one colour: a network, and as many on that are still to come. */
export interface Block extends Place {
  size: number;
  trained: Trained;
}

export function blocksOf(map: DepthMap, results: Results): Block[] {
  const size = STRIDES.fine.find((stride) => results.size <= every(stride, map).length)!;
  return every(size, map).flatMap(({ row, column }) => {
    // A network that is missing is stood for by the one before it.
    const nearest = [1, 2, COARSE].map((stride) => results.get(keyOf({ row: row - (row % stride), column: column - (column % stride) })));
    const trained = nearest.find((known) => known !== undefined);
    return trained ? [{ row, column, size, trained }] : [];
  });
}
