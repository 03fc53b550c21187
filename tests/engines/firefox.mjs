import puppeteer from 'puppeteer-core';

export async function firefox(program) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program,
    headless: true,
    // Puppeteer lets every file read every other; a reader's Firefox does not.
    extraPrefsFirefox: {'security.fileuri.strict_origin_policy': true, 'intl.accept_languages': 'en-GB'},
    timeout: 120_000,
    protocolTimeout: 600_000,
  });
  return {
    async open() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({width: 1200, height: 900});
      return {
        go: (url) => page.goto(url, {timeout: 120_000}),
        run: (f, ...args) => page.evaluate(`(${f})(...${JSON.stringify(args)})`),
        press: (key) => page.keyboard.press(key),
        reload: () => page.reload({timeout: 120_000}),
        offline: async () => {},
        pdf: () => page.pdf({printBackground: true, timeout: 120_000}),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
