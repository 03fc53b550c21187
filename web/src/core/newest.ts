/**
 * Runs `work` for one input at a time. Inputs that come while it runs replace each other, and only
 * the newest runs next: a slider that is dragged shows as many results as the core can give, and
 * never one that is older than what is on the screen. Long work asks `isNewest` between its steps
 * and ends early where it is not.
 */
export function newestWins<Input, Output>(
  work: (input: Input, isNewest: () => boolean) => Promise<Output>,
  show: (output: Output, input: Input) => void,
  fail: (error: Error) => void,
): (input: Input) => void {
  let waiting: { input: Input } | undefined;
  let busy = false;

  async function run(input: Input): Promise<void> {
    busy = true;
    try {
      show(await work(input, () => waiting === undefined), input);
    } catch (error) {
      fail(error as Error);
    }
    busy = false;
    const next = waiting;
    waiting = undefined;
    if (next) void run(next.input);
  }

  return (input) => {
    if (busy) waiting = { input };
    else void run(input);
  };
}
