// What the page remembers in the browser, and forgets.

/** Everything that a page can leave in a browser. */
export async function kept() {
  const databases = indexedDB.databases ? (await indexedDB.databases()).map(({name}) => name) : [];
  return {local: Object.keys(localStorage).sort(), session: Object.keys(sessionStorage), cookies: document.cookie, databases};
}

/** Uses what the page remembers. */
export async function leaveTraces() {
  const {until} = window.watched;
  document.querySelector('label[for=language-zh]').click();
  document.querySelector('label[for=language-en]').click();
  document.querySelector('input[name=theme][value=dark]').click();
  const prediction = document.querySelector('[data-prediction] .choices').closest('[data-prediction]');
  prediction.querySelector('.choices input').click();
  prediction.querySelector('.fix').click();
  await until(() => ['right', 'wrong'].includes(prediction.dataset.state), 'the answer');
}

/** Takes it all back; returns what is still there of it. */
export function takeBack() {
  document.querySelector('.kept button').click();
  return {
    theme: document.documentElement.dataset.theme ?? 'system',
    radio: document.querySelector('input[name=theme]:checked').value,
    answered: document.querySelectorAll('[data-prediction]:is([data-state=right], [data-state=wrong])').length,
    said: document.querySelector('.kept [role=status]').innerText,
  };
}
