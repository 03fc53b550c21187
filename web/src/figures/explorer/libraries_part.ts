// The defaults of papers and libraries: one choice sets the chosen functions as that source has them.

import type { Catalog, Row, Text } from "../../core/api";
import { bilingual, el } from "../../page/dom";
import { button } from "../../page/controls";
import type { Value } from "../../page/settings";
import type { State } from "../../page/state";
import { swatch } from "../../page/swatch";
import { sources } from "../../page/words";
import { short } from "../../text";
import { entryOf, libraries, SOURCES, type Entry, type Source } from "../code/libraries";
import type { Explored } from "./chart";
import type { Part } from "./part";
import { words } from "./words";

export class LibrariesPart implements Part {
  readonly element = el("div", { class: "libraries-part" });
  private readonly buttons: [HTMLButtonElement, Source][];
  private readonly tables = el("div", { class: "tables" });

  constructor(
    private readonly state: State,
    private readonly catalog: Catalog,
  ) {
    this.buttons = SOURCES.map((source) => [button(sources[source]!, () => state.set(this.defaultsOf(source)), "preset"), source]);
    const choice = el("div", { class: "presets", role: "group" }, ...this.buttons.map(([element]) => element));
    this.element.append(el("p", {}, bilingual(words.setAs)), choice, this.tables);
  }

  draw(explored: Explored[]): void {
    for (const [element, source] of this.buttons) {
      const wanted = this.defaultsOf(source);
      const known = this.state.list("functions").some((id) => plainOrOwn(id, source));
      const isSet = Object.entries(wanted).every(([key, value]) => String(this.state.values[key]) === String(value));
      element.disabled = !known;
      element.setAttribute("aria-pressed", String(known && isSet));
    }
    this.tables.replaceChildren(...explored.map((one) => this.table(one)));
  }

  /** The settings with which the chosen functions are as the source has them; what it lacks stays. */
  private defaultsOf(source: Source): Record<string, Value> {
    const chosen = this.state.list("functions");
    const settings: Record<string, Value> = {};
    const functions = chosen.map((id) => {
      const plain = plainForm(id);
      const asked = plain !== undefined && !chosen.includes(plain) ? plain : id;
      const entry = entryOf(asked, source);
      if (!entry) return id;
      for (const [name, value] of Object.entries(entry.parameters)) settings[`${asked}.${name}`] = value;
      return entry.instead ?? asked;
    });
    return { functions: [...new Set(functions)], ...settings };
  }

  private table({ row, style }: Explored): HTMLElement {
    const asked = this.row(plainForm(row.id) ?? row.id);
    const rows = SOURCES.map((source) => ({ source, entry: entryOf(asked.id, source) }));
    const known = rows.flatMap(({ entry }) => (entry ? [this.setting(asked, entry)] : []));
    const stated = known.filter((setting) => setting !== "");
    const differ = new Set(stated).size > 1;
    const head = el("tr", {}, ...words.libraryHeads.map((text) => el("th", { scope: "col" }, bilingual(text))));
    const body = rows.map(({ source, entry }) => {
      const name = entry ? el("code", {}, entry.name) : bilingual(words.hasNone);
      const note = entry?.note ? [el("small", {}, ...asWritten(entry.note))] : [];
      const setting = entry ? this.setting(asked, entry) : "";
      return el("tr", {}, el("th", { scope: "row" }, bilingual(sources[source]!)), el("td", {}, name, ...note), el("td", {}, setting));
    });
    const verdict: Text = stated.length < 2 ? words.nothingToSet : differ ? words.theyDiffer : words.theyAgree;
    const caption = el("caption", {}, swatch(style), asked.name.en, " ", el("span", { class: "tag" }, bilingual(verdict)));
    return el(
      "div",
      { class: "table-scroll" },
      el("table", { class: "library-table", "data-function": row.id }, caption, el("thead", {}, head), el("tbody", {}, ...body)),
    );
  }

  private row(id: string): Row {
    return this.catalog.activations.find((row) => row.id === id)!;
  }

  /** α = 0.01, or the name of the form; empty where there is nothing to set. */
  private setting(row: Row, entry: Entry): string {
    if (formsOf(row.id).length > 0) return this.row(entry.instead ?? row.id).name.en;
    const set = row.parameters.filter(({ name }) => entry.parameters[name] !== undefined);
    return set.map(({ name, symbol }) => `${symbol} = ${short(entry.parameters[name]!, 3)}`).join(", ");
  }
}

/** Both languages; what looks like an index is part of a name. */
const asWritten = ({ en, zh }: Text) => [el("span", { lang: "en" }, en), el("span", { lang: "zh" }, zh)];

/** The forms under which sources have the function instead of its plain one. */
const formsOf = (id: string): string[] => SOURCES.flatMap((source) => entryOf(id, source)?.instead ?? []);

/** The function of which this is a form that some source has instead. */
const plainForm = (id: string): string | undefined => Object.keys(libraries).find((plain) => formsOf(plain).includes(id));

const plainOrOwn = (id: string, source: Source): Entry | null => entryOf(id, source) ?? entryOf(plainForm(id) ?? id, source);
