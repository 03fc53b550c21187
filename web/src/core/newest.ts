import { Lost } from "./client";

/**
 * Runs `work` for one input at a time. Inputs that come while it runs replace each other, and only
 * the newest runs next: a slider that is dragged shows as many results as the core can give, and
 * never one that is older than what is on the screen. Long work asks `isNewest` between its steps
 * and ends early where it is not. Work that is lost with its worker is done once more.
 */
export function newestWins<Input, Output>(
  work: (input: Input, isNewest: () => boolean) => Promise<Output>,
  show: (output: Output, input: Input) => void,
  fail: (error: Error) => void,
): (input: Input) => void {
  let waiting: { input: Input } | undefined;
  let busy = false;

  const isNewest = () => waiting === undefined;

  async function run(input: Input, lost?: Lost): Promise<void> {
    busy = true;
    try {
      show(await work(input, isNewest), input);
      // What is shown may have taken the place of the message.
      if (lost && isNewest()) fail(lost);
    } catch (error) {
      const again = error instanceof Lost && !lost ? new Lost(error.reason, true) : undefined;
      fail(again ?? (error as Error));
      if (again && isNewest()) return run(input, again);
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
