import type { Text } from "../../core/api";
import { decimals, short } from "../../text";

/** A mean or a variance: two decimals, and fewer digits where it is large. */
export const number = (value: number): string => (Math.abs(value) < 100 ? decimals(value, 2) : short(value, 3));

export const words = {
  mean: { en: "mean of the outputs", zh: "输出的均值" },
  variance: { en: "variance", zh: "方差" },
  layer: { en: "layer (0: the input)", zh: "层（0 为输入）" },
  measured: { en: "a real network, layer by layer", zh: "真实网络，逐层测量" },
  theory: { en: "theory", zh: "理论" },
  arrows: { en: "where a layer takes mean and variance", zh: "一层把均值和方差带向何处" },
  fixedPoint: { en: "fixed point", zh: "不动点" },
  pictureEnds: { en: "upper edge of the picture", zh: "图框上边缘" },
  lookAt: { en: "Layer", zh: "层" },
  columns: [
    { en: "layer", zh: "层" },
    { en: "mean", zh: "均值" },
    { en: "variance", zh: "方差" },
    { en: "mean, theory", zh: "均值，理论" },
    { en: "variance, theory", zh: "方差，理论" },
  ] as Text[],
  leaves: (layer: number): Text => ({ en: `leaves at layer ${layer}`, zh: `第 ${layer} 层离开图框` }),
  reading: (layer: number, [m, v, tm, tv]: [number, number, number, number]): Text => ({
    en: `Layer ${layer}: mean ${number(m)}, variance ${number(v)}; in theory ${number(tm)} and ${number(tv)}`,
    zh: `第 ${layer} 层：均值 ${number(m)}，方差 ${number(v)}；理论值 ${number(tm)} 和 ${number(tv)}`,
  }),
};
