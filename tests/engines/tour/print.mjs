// The printed page.

/** The style of the printed page on the screen, where it can be measured; returns what cannot be read or seen there. */
export async function printed(theme) {
  const {figure, frame} = window.watched;
  document.querySelector(`input[name=theme][value=${theme}]`).click();
  await frame();
  window.dispatchEvent(new Event('beforeprint'));
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      if (/print/.test(rule.media.mediaText)) rule.media.mediaText = 'all';
      else if (/screen/.test(rule.media.mediaText)) rule.media.mediaText = 'not all';
    }
  }
  // As wide as paper, which canvases are told by nobody.
  document.querySelector('.page').style.width = '640px';
  // What is far away is laid out only when asked for.
  for (const part of document.querySelectorAll('main, main *')) part.style.contentVisibility = 'visible';
  const wrong = [];
  /** Red, green and blue from 0 to 255, and the opacity, from rgb(…), rgba(…) or color(srgb …). */
  const numbers = (colour) => {
    const [red, green, blue, opacity = 1] = colour.match(/[\d.]+(e-\d+)?/g).map(Number);
    const scale = colour.startsWith('color') ? 255 : 1;
    return [red * scale, green * scale, blue * scale, opacity];
  };
  const part = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const luminance = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const contrast = (a, b) => { const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y); return (high + 0.05) / (low + 0.05); };
  /** What stands behind an element. */
  const behind = (element) => {
    if (!element) return [255, 255, 255];
    const [red, green, blue, opacity] = numbers(getComputedStyle(element).backgroundColor);
    if (opacity === 1) return [red, green, blue];
    const below = behind(element.parentElement);
    return [red, green, blue].map((part, i) => opacity * part + (1 - opacity) * below[i]);
  };
  const paper = behind(document.body);
  if (luminance(paper) < 0.9) wrong.push(`the paper is ${paper}`);
  for (const text of document.querySelectorAll('main :is(p, h2, h3, li, td, th, figcaption)')) {
    if (!text.checkVisibility() || !text.innerText.trim()) continue;
    const ratio = contrast(numbers(getComputedStyle(text).color), behind(text));
    if (ratio < 4.5) wrong.push(`contrast ${ratio.toFixed(1)}: ${text.innerText.slice(0, 60)}`);
  }
  for (const {dataset} of document.querySelectorAll('[data-figure]')) {
    const host = figure(dataset.figure);
    const pictures = [...host.querySelectorAll('canvas, svg.chart, svg.units, table, .chain')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().width > 100);
    // A time has no picture before it is taken.
    if (pictures.length === 0 && dataset.figure !== 'speed') wrong.push(`${dataset.figure} has no picture`);
    const controls = [...host.querySelectorAll('input:not([type=number]), .tabs, .chips, .presets, .transport button')].filter((e) => e.checkVisibility());
    if (controls.length > 0) wrong.push(`${dataset.figure} prints ${controls.length} controls: ${controls[0].outerHTML.slice(0, 80)}`);
    for (const canvas of host.querySelectorAll('canvas')) {
      if (!canvas.checkVisibility() || canvas.closest('.planes') || canvas.width === 0) continue;
      // The darkest of its pixels is dark enough on the paper, and its empty places let the paper through.
      const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      let darkest = 0, best = 1;
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3] < 200) continue;
        const ratio = contrast(data.subarray(i, i + 3), paper);
        if (ratio > best) [best, darkest] = [ratio, i];
      }
      const [own, frame] = [canvas, canvas.closest('.live-chart')].map((e) => e.getBoundingClientRect());
      if (own.right > frame.right + 1 || own.bottom > frame.bottom + 1) wrong.push(`${dataset.figure}: its canvas leaves the figure by ${own.right - frame.right}, ${own.bottom - frame.bottom}`);
      if (best < 4.5) wrong.push(`${dataset.figure}: nothing on its canvas stands out, ${best.toFixed(1)} at ${darkest / 4}`);
    }
  }
  window.dispatchEvent(new Event('afterprint'));
  return wrong;
}
