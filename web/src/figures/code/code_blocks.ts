// Code for PyTorch and for Keras, to copy.

import type { Text } from "../../core/api";
import { button } from "../../page/controls";
import { copyText } from "../../page/copy";
import { bilingual, el } from "../../page/dom";
import type { Framework } from "./callable";

const NAMES: [Framework, string][] = [["pytorch", "PyTorch"], ["keras", "Keras 3"]];
const COPY: Text = { en: "Copy", zh: "复制" };
const COPIED: Text = { en: "Copied", zh: "已复制" };
const NOT_COPIED: Text = { en: "Select it and copy by hand", zh: "请选中后手动复制" };

export class CodeBlocks {
  readonly element = el("div", { class: "code-blocks" });
  private readonly blocks = NAMES.map(([framework, name]) => new CodeBlock(framework, name));

  constructor() {
    this.element.append(...this.blocks.map(({ element }) => element));
  }

  show(codes: Record<Framework, string>): void {
    for (const block of this.blocks) block.show(codes[block.framework]);
  }
}

class CodeBlock {
  readonly element: HTMLElement;
  private readonly code = el("code");
  private readonly said = el("span", { role: "status" });

  constructor(
    readonly framework: Framework,
    name: string,
  ) {
    const copy = button(COPY, () => void this.copy());
    const head = el("figcaption", {}, el("b", {}, name), this.said, copy);
    const text = el("pre", { tabindex: 0, translate: "no", "aria-label": name, role: "group" }, this.code);
    this.element = el("figure", { class: "code", "data-framework": framework }, head, text);
  }

  show(code: string): void {
    if (this.code.textContent === code) return;
    this.code.textContent = code;
    this.said.replaceChildren();
  }

  private async copy(): Promise<void> {
    const copied = await copyText(this.code.textContent!);
    this.said.replaceChildren(bilingual(copied ? COPIED : NOT_COPIED));
  }
}
