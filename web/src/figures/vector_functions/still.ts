// The figure as it opens, for the build.

import { palette } from "../../charts/palette";
import { svg } from "../../charts/svg";
import type { Catalog, GateCurve, Logits, Request, Text } from "../../core/api";
import { spans } from "../spans";
import { gateChart, PANELS } from "./gate_chart";
import { GATES, gateRequests, gateSamples } from "./gate_samples";
import { gateSentence } from "./gate_words";
import { logitsTable } from "./logits_table";
import { logitsSentence } from "./logits_words";
import { fieldOf, OPENING } from "./settings";
import { words } from "./words";

interface BuildCore {
  catalog: Catalog;
  evaluateLogits(request: Request): Logits;
  sampleGate(request: Request): GateCurve;
}

export function stillVectorFunctions(core: BuildCore): string {
  const { catalog } = core;
  const name = fieldOf(catalog.requests.evaluateLogits, "function").initial as string;
  const logits = core.evaluateLogits({});
  const samples = gateSamples(OPENING, gateRequests(OPENING, catalog).map(core.sampleGate));
  const gate = palette(catalog.activations.map(({ id }) => id)).get(GATES[OPENING.unit]!.activation)!;
  const part = (kind: string, heading: Text, sentence: Text, body: string) =>
    `<section class="${kind}"><h3>${spans(heading)}</h3><p class="sentence">${spans(sentence)}</p>${body}</section>`;
  const panels = PANELS.map((quantities) => svg({ ...gateChart(samples, quantities, gate), keyed: false }, 440, 280)).join("");
  return (
    `<div class="vector-functions">` +
    part("logits", words.logits, logitsSentence(name, logits, 2), logitsTable(name, logits, 2)) +
    part("gate", words.gate, gateSentence(samples), `<div class="panels">${panels}</div>`) +
    "</div>"
  );
}
