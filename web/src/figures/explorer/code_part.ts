import { CodeBlocks } from "../code/code_blocks";
import { kerasFunctions, pytorchFunctions } from "../code/function_code";
import type { Explored } from "./chart";
import type { Part } from "./part";

/** The chosen functions as they are set, in PyTorch and in Keras. */
export class CodePart implements Part {
  private readonly blocks = new CodeBlocks();
  readonly element = this.blocks.element;

  draw(explored: Explored[]): void {
    const { x } = explored[0]!.point;
    this.blocks.show({ pytorch: pytorchFunctions(explored, x), keras: kerasFunctions(explored, x) });
  }
}
