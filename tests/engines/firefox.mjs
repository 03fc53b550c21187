import puppeteer from 'puppeteer-core';

export async function firefox(program) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program,
    headless: true,
    // Puppeteer lets every file read every other; a reader's Firefox does not.
    extraPrefsFirefox: {'security.fileuri.strict_origin_policy': true, 'intl.accept_languages': 'en-GB'},
  });
  return {
    async open() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      return {
        go: (url) => page.goto(url),
        run: (f, ...args) => page.evaluate(`(${f})(...${JSON.stringify(args)})`),
        press: (key) => page.keyboard.press(key),
        resize: (width, height) => page.setViewport({width, height}),
        reload: () => page.reload(),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
