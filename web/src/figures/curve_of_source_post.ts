import type { Chart } from "../charts/description";
import { palette, type Style } from "../charts/palette";
import type { Catalog, Curve, Request } from "../core/api";
import { curveChart, type Drawn } from "./curve_chart";
import type { Shown } from "./curve_lines";

const POST: Style = { colour: "--wrong", dash: [3, 4] };

/**
 * A curve as the source post drew it, dashed, over the function that it was meant to be. The post
 * left factors out, so what it drew is some other function: `drawn`.
 */
export function asDrawnInPost(
  drawn: Drawn[],
  meant: string,
  shown: Shown,
  core: { catalog: Catalog; sampleCurve(request: Request): Curve },
): Chart {
  const { x } = drawn[0]!.curve;
  const row = core.catalog.activations.find(({ id }) => id === meant);
  if (!row) throw new Error(`unknown function "${meant}"`);
  const right: Drawn = {
    id: meant,
    name: { en: row.name.en, zh: row.name.en },
    style: { ...palette(core.catalog.activations.map(({ id }) => id)).get(meant)!, dash: [] },
    curve: core.sampleCurve({ activation: meant, from: x[0]!, to: x[x.length - 1]! }),
  };
  const wrong = drawn.map((one) => ({ ...one, style: POST, name: { en: "the post", zh: "原博文" } }));
  return curveChart([right, ...wrong], shown, true);
}
