import type { Logits, Text } from "../../core/api";
import { significant } from "../../text";
import { SUBSCRIPTS, SYMBOL } from "./logits_table";

/** An entry of the Jacobian that is smaller lets hardly any gradient pass. */
const FLAT = 0.01;

/** What one column of the Jacobian says: what follows when its logit, counted from 0, rises. */
export function logitsSentence(name: string, { jacobian }: Logits, column: number): Text {
  const x = `x${SUBSCRIPTS[column]}`;
  const [own, ...others] = [0, 1, 2].sort((i, j) => Number(j === column) - Number(i === column));
  const symbol = (i: number) => SYMBOL[name]! + SUBSCRIPTS[i];
  const size = (i: number) => significant(Math.abs(jacobian[3 * i + column]!), 3);
  const largest = Math.max(...jacobian.map(Math.abs));
  if (largest < FLAT) {
    return {
      en: `One component has nearly everything. The largest entry of the Jacobian is ${significant(largest, 2)}: hardly any gradient passes.`,
      zh: `一个分量几乎独占全部概率。雅可比矩阵里最大的元素只有 ${significant(largest, 2)}，梯度几乎过不去。`,
    };
  }
  if (name === "softmax") {
    return {
      en: `Raise ${x} a little: ${symbol(own!)} rises by ${size(own!)} times as much, and the other two together fall by exactly that.`,
      zh: `${x} 增加一点点，${symbol(own!)} 的增量是它的 ${size(own!)} 倍，另外两个分量合起来正好减少这么多。`,
    };
  }
  const [second, third] = others as [number, number];
  return {
    en: `Raise ${x} a little: ${symbol(own!)} rises by ${size(own!)} times as much, ${symbol(second)} and ${symbol(third)} fall by the same ${size(second)} each.`,
    zh: `${x} 增加一点点，${symbol(own!)} 的增量是它的 ${size(own!)} 倍；${symbol(second)} 和 ${symbol(third)} 都会减少，减量同为 ${x} 增量的 ${size(second)} 倍。`,
  };
}
