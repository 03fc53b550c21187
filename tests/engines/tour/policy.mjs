// What the Content-Security-Policy must refuse.

/** Tries what the policy must refuse; returns what it let through. */
export async function tryForbidden() {
  const {met, until, frame} = window.watched;
  const through = [];
  await frame();  // What a driver runs may do more than a page; from here on this is the page's own.
  const refused = (directive) => until(() => met.some((one) => one.startsWith(`policy: ${directive}`)), directive, 10).catch(() => through.push(directive));
  try {
    new Function('window.through = true')();
    through.push('eval');
  } catch {
    // As it should be.
  }
  const script = document.createElement('script');
  script.textContent = 'window.through = true';
  document.body.append(script);
  await refused('script-src');
  const holder = document.createElement('div');
  holder.innerHTML = '<p style="color: rgb(1, 2, 3)">x</p><style>p { color: rgb(4, 5, 6) }</style>';
  document.body.append(holder);
  await refused('style-src');
  if (['rgb(1, 2, 3)', 'rgb(4, 5, 6)'].includes(getComputedStyle(holder.firstChild).color)) through.push('style');
  holder.remove();
  const image = new Image();
  image.src = 'https://example.org/image.png';
  await refused('img-src');
  await fetch('https://example.org/').then(() => through.push('connect-src'), () => {});
  await refused('connect-src');
  const inner = document.createElement('iframe');
  inner.src = 'https://example.org/';
  document.body.append(inner);
  await refused('frame-src');
  inner.remove();
  if (window.through) through.push('script');
  met.length = 0;
  return through;
}
