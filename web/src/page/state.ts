import type { Text } from "../core/api";
import { formatFragment, parseFragment } from "./fragment";
import { formatValue, HIDE, parseValue, type Setting, type Value } from "./settings";

/** The address is written at most so often; browsers refuse more than about three times a second. */
const WRITE_MS = 350;

let pending = 0;
const changes = new Map<string, string | undefined>();

/** Which address the changes are for: where another one is followed meanwhile, they are forgotten. */
let written = "";
const address = () => location.hash.replace(/\blang=\w+/, "");

function write(key: string, value: string | undefined): void {
  if (written !== address()) changes.clear();
  written = address();
  changes.set(key, value);
  pending ||= window.setTimeout(flush, WRITE_MS);
}

function flush(): void {
  pending = 0;
  if (written !== address()) return changes.clear();
  const values = parseFragment(location.hash);
  for (const [key, value] of changes) {
    if (value === undefined) delete values[key];
    else values[key] = value;
  }
  changes.clear();
  const fragment = formatFragment(values);
  history.replaceState(null, "", fragment || location.pathname + location.search);
}

/** The settings of one figure. What differs from the default stands in the address. */
export class State {
  readonly values: Record<string, Value> = {};
  /** What was wrong with the address that the page was opened with. */
  problems: Text[] = [];
  private listeners: (() => void)[] = [];

  private readonly settings: Setting[];

  constructor(
    readonly figure: string,
    settings: Setting[],
  ) {
    this.settings = [...settings, HIDE];
    this.read();
    window.addEventListener("hashchange", () => {
      if (!location.hash.includes("=")) return;
      this.read();
      this.notify();
    });
  }

  setting(key: string): Setting {
    const found = this.settings.find((setting) => setting.key === key);
    if (!found) throw new Error(`${this.figure} has no setting ${key}`);
    return found;
  }

  number(key: string): number {
    return this.values[key] as number;
  }

  string(key: string): string {
    return this.values[key] as string;
  }

  list(key: string): string[] {
    return this.values[key] as string[];
  }

  /** The fragment of a link to the figure as it is set. */
  get link(): string {
    const set = this.settings.filter((setting) => !this.isInitial(setting));
    const values = set.map(({ key }) => [`${this.figure}.${key}`, formatValue(this.values[key]!)]);
    return formatFragment(Object.fromEntries(values)) || `#figure-${this.figure}`;
  }

  /** Those of the settings whose keys are given, as a text: depth=20; seed=1. */
  written(keys: Set<string>): string {
    return this.settings.filter(({ key }) => keys.has(key)).map(({ key }) => `${key}=${formatValue(this.values[key]!)}`).join("; ");
  }

  set(changed: Record<string, Value>): void {
    for (const [key, value] of Object.entries(changed)) {
      this.values[key] = value;
      write(`${this.figure}.${key}`, this.isInitial(this.setting(key)) ? undefined : formatValue(value));
    }
    this.problems = [];
    this.notify();
  }

  /** Calls `listener` now and after each change. */
  follow(listener: () => void): void {
    this.listeners.push(listener);
    listener();
  }

  private isInitial({ key, initial }: Setting): boolean {
    return formatValue(this.values[key]!) === formatValue(initial);
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }

  private read(): void {
    const given = parseFragment(location.hash);
    this.problems = [];
    for (const setting of this.settings) {
      this.values[setting.key] = setting.initial;
      const text = given[`${this.figure}.${setting.key}`];
      if (text === undefined) continue;
      const parsed = parseValue(setting, text);
      if ("value" in parsed) this.values[setting.key] = parsed.value;
      else this.problems.push(parsed.problem);
    }
    for (const key of Object.keys(given)) {
      const [figure, ...rest] = key.split(".");
      const name = rest.join(".");
      if (figure === this.figure && !this.settings.some((setting) => setting.key === name)) {
        this.problems.push({ en: `there is no setting “${name}”`, zh: `没有名为“${name}”的设置` });
      }
    }
  }
}
