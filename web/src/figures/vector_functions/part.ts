/** One half of the figure: once the core has answered, it can be drawn, when it is in the document. */
export interface Part {
  element: HTMLElement;
  ready(): boolean;
  draw(): void;
}
