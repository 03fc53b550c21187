// The languages of the page, as a reader sees them.
import assert from 'node:assert/strict';

/** The texts that can be seen, each with the language of the element it stands in; controls' own names apart. */
export const visibleTexts = (page) => page.evaluate(() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest('script, style, noscript, select') || !parent.checkVisibility()) continue;
    texts.push({text: node.data.trim(), lang: parent.closest('body [lang]')?.getAttribute('lang') ?? '', inSwitch: Boolean(parent.closest('.language'))});
  }
  return texts;
});

const chinese = /[\u3400-\u9fff]/;

/** The whole page is in one language. */
export async function checkOnly(page, language) {
  const other = language === 'en' ? 'zh' : 'en';
  const texts = (await visibleTexts(page)).filter(({inSwitch}) => !inSwitch);
  const own = texts.filter(({lang}) => lang === language);
  assert.ok(own.map(({text}) => text).join('').length > 3000, `there is an article in ${language}`);
  assert.deepEqual(texts.filter(({lang}) => lang === other), [], `nothing in ${other}`);
  // Elsewhere Chinese stands only in an element that says so, or as a 《title》.
  const stray = texts.filter(({text, lang}) => (lang === '' || lang === 'en') && chinese.test(text.replace(/《[^》]*》/g, '')));
  assert.deepEqual(stray, [], 'Chinese outside Chinese elements');
  const labels = await page.$$eval('[data-en]', (all, key) => all.filter((e) => e.textContent !== e.dataset[key]).length, language);
  assert.equal(labels, 0, 'options and other plain labels');
  assert.equal(await page.evaluate(() => document.documentElement.lang), language);
}

export const choose = (page, language) => page.locator(`label[for=language-${language}]`).click();
