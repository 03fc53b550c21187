import {chromium as playwright} from 'playwright-core';

export async function chromium(program) {
  const browser = await playwright.launch({
    executablePath: program,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
           '--disable-component-update', '--disable-sync'],
  });
  return {
    async open() {
      const context = await browser.newContext({locale: 'en-GB', viewport: {width: 1200, height: 900}});
      const page = await context.newPage();
      return {
        go: (url) => page.goto(url),
        run: (f, ...args) => page.evaluate(`(${f})(...${JSON.stringify(args)})`),
        press: (key) => page.keyboard.press(key),
        reload: () => page.reload(),
        offline: () => context.setOffline(true),
        pdf: () => page.pdf({printBackground: true}),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
