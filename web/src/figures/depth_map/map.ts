// The map's axes, and what theory says on them.

import type { DepthMapColumn } from "../../core/api";

export interface DepthMap {
  depth: Float64Array;
  sigma_w: number[];
  critical_sigma_w: number;
  /** By column and row, how many decades the gradient gains on its way back; nothing with normalisation. */
  decades: Float64Array[];
}

/** All columns as a map. */
export const mapOf = (columns: DepthMapColumn[]): DepthMap => ({
  depth: columns[0]!.depth,
  sigma_w: columns.map(({ sigma_w }) => sigma_w),
  critical_sigma_w: columns[0]!.critical_sigma_w,
  decades: columns.map(({ decades }) => decades),
});
