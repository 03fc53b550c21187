// The only file that knows Chart.js: draws a chart description on a canvas.

import { Chart as Drawing, LinearScale, LineController, LineElement, PointElement } from "chart.js";
import type { ChartDataset, Plugin, Point, ScaleOptionsByType } from "chart.js";
import type { Language } from "../text";
import type { Axis, Chart, Colour, Line } from "./description";
import { FONT_SIZE, NARROW, TEXT_SIZE } from "./layout";
import { drawOver, labelWidth, type Paper } from "./overlay";
import { shown } from "./shown";
import { drawUnder } from "./underlay";
import { tickLabel, ticks } from "./ticks";

Drawing.register(LineController, LineElement, PointElement, LinearScale);

type LinearOptions = ScaleOptionsByType<"linear">;

/** Left of the plot, in pixels: the same for every chart, so that charts above each other align. */
const GUTTER = 46;
const TOP = 28;
const BOTTOM = 22;
/** For the half of the last tick's label. */
const RIGHT = 18;

export interface Scrub {
  x: number;
  y: number;
  /** Whether a button or finger is down; else the mouse only passes over. */
  pressed: boolean;
}

export class LiveChart {
  private readonly canvas = document.createElement("canvas");
  private readonly box = document.createElement("div");
  private readonly style = getComputedStyle(this.box);
  private drawing: Drawing<"line"> | undefined;
  private chart: Chart | undefined;
  private language: Language = "en";

  constructor(className: string, onScrub: (scrub: Scrub) => void) {
    this.box.className = `live-chart ${className}`;
    this.canvas.setAttribute("aria-hidden", "true");
    this.box.append(this.canvas);
    this.canvas.addEventListener("pointerdown", (event) => {
      this.canvas.setPointerCapture(event.pointerId);
      this.scrub(event, true, onScrub);
    });
    this.canvas.addEventListener("pointermove", (event) => this.scrub(event, event.buttons > 0, onScrub));
  }

  get element(): HTMLElement {
    return this.box;
  }

  /** The box must be in the document. */
  draw(chart: Chart, language: Language): void {
    this.chart = chart;
    shown.set(this.box, chart);
    this.language = language;
    this.drawing ??= this.create();
    const options = this.drawing.options;
    Object.assign(options.scales!, { x: this.axis("x"), y: this.axis("y") });
    this.drawing.data.datasets = this.datasets(this.drawing);
    // Not "none", which leaves the markers of a line as they were: the next one may have another colour.
    this.drawing.update();
    this.fitHeight(chart, this.drawing);
  }

  /** Gives the box the height at which a unit of y is as long as one of x, or that of the style sheet. */
  private fitHeight({ x, y, equalUnits }: Chart, drawing: Drawing<"line">): void {
    const { left, right, top, bottom } = drawing.chartArea;
    const plot = ((right - left) * (y.to - y.from)) / (x.to - x.from);
    const height = equalUnits ? `${Math.round(drawing.height - (bottom - top) + plot)}px` : "";
    if (this.box.style.height === height) return;
    this.box.style.height = height;
    drawing.resize();
  }

  private create(): Drawing<"line"> {
    return new Drawing(this.canvas, {
      type: "line",
      data: { datasets: [] },
      options: {
        animation: false,
        parsing: false,
        normalized: true,
        maintainAspectRatio: false,
        events: [],
        onResize: (drawing) => requestAnimationFrame(() => this.fitHeight(this.chart!, drawing as Drawing<"line">)),
        layout: { padding: (context) => this.padding(context.chart.width) },
        scales: {},
      },
      plugins: [this.overlay()],
    });
  }

  private padding(width: number): { top: number; right: number; bottom: number } {
    const unit = this.unit();
    const labels = this.chart && !this.chart.keyed && width >= NARROW ? labelWidth(this.chart, this.language, this.font(), unit) : 0;
    return { top: TOP * unit, right: labels + RIGHT, bottom: BOTTOM * unit };
  }

  private overlay(): Plugin<"line"> {
    return {
      id: "overlay",
      beforeDatasetsDraw: (drawing) => drawUnder(this.chart!, this.paper(drawing)),
      afterDatasetsDraw: (drawing) => drawOver(this.chart!, this.paper(drawing)),
    };
  }

  private paper(drawing: Drawing): Paper {
    return {
      context: drawing.ctx,
      box: drawing.chartArea,
      colour: (name) => this.colour(name),
      font: this.font(),
      unit: this.unit(),
      language: this.language,
      labelled: drawing.width >= NARROW && !this.chart!.keyed,
    };
  }

  /** What Chart.js has of the last time serves again: a chart that is drawn at each frame would leave much garbage. */
  private datasets(drawing: Drawing<"line">): ChartDataset<"line">[] {
    // Chart.js paints the first last; a description lists its lines as they are painted.
    return [...this.chart!.lines].reverse().map((line, i) => {
      const dataset = drawing.data.datasets[i] ?? { data: [] };
      setPoints(dataset.data as Point[], line);
      return Object.assign(dataset, this.look(line));
    });
  }

  private look(line: Line): Partial<ChartDataset<"line">> {
    return {
      borderColor: this.colour(line.colour),
      backgroundColor: this.colour(line.colour),
      borderWidth: line.width ?? 2,
      borderDash: [...(line.dash ?? [])],
      borderJoinStyle: "round",
      pointRadius: line.markers ? 2 : 0,
      pointBorderWidth: 0,
    };
  }

  private axis(name: "x" | "y"): object {
    const axis: Axis = this.chart![name];
    const grid = this.colour("--grid");
    const zero = this.colour("--axis");
    const unit = this.unit();
    const lineColour = (value: number) => (value === 0 && !axis.ticks ? zero : name === "y" ? grid : "transparent");
    const options: Partial<Record<keyof LinearOptions, unknown>> = {
      type: "linear",
      min: axis.from,
      max: axis.to,
      border: { display: false },
      grid: { color: ({ tick }: { tick: { value: number } }) => lineColour(tick.value), drawTicks: false },
      ticks: {
        autoSkip: false,
        maxRotation: 0,
        padding: 8,
        color: this.colour("--ink-soft"),
        font: { size: FONT_SIZE * unit, family: this.font() },
        callback: (value: number) => tickLabel(axis, value),
      },
      afterBuildTicks: (scale: { ticks: { value: number }[]; chart: Drawing }) => {
        const room = name === "x" ? scale.chart.width / unit - GUTTER : scale.chart.height / unit - TOP - BOTTOM;
        scale.ticks = ticks(axis, room / (name === "x" ? 52 : 38)).map((value) => ({ value }));
      },
      afterFit: (scale: { width: number }) => {
        if (name === "y") scale.width = GUTTER * unit;
      },
    };
    return options;
  }

  private colour(name: Colour): string {
    return this.style.getPropertyValue(name).trim();
  }

  private unit(): number {
    return parseFloat(this.style.fontSize) / TEXT_SIZE;
  }

  private font(): string {
    return this.style.fontFamily;
  }

  private scrub(event: PointerEvent, pressed: boolean, onScrub: (scrub: Scrub) => void): void {
    if (!this.chart || !this.drawing) return;
    const value = (name: "x" | "y", pixel: number) => {
      const { from, to } = this.chart![name];
      return Math.min(to, Math.max(from, this.drawing!.scales[name]!.getValueForPixel(pixel) ?? from));
    };
    onScrub({ x: value("x", event.offsetX), y: value("y", event.offsetY), pressed });
  }
}

function setPoints(points: Point[], { x, y }: Line): void {
  points.length = Math.min(points.length, x.length);
  for (let i = 0; i < x.length; ++i) {
    const point = (points[i] ??= { x: NaN, y: NaN });
    point.x = x[i]!;
    point.y = y[i]!;
  }
}
