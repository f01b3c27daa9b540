const element = (id) => document.getElementById(id);
const form = element('upload');
const fileInput = element('file');
const drop = element('drop');

let running = null;

const film = new URLSearchParams(location.search).get('film');
if (film) {
  element('film').value = film;
}

element('film').addEventListener('input', ({ target }) => {
  target.value = target.value.toUpperCase();
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  send(element('film').value.trim(), fileInput.files[0]);
});

element('cancel').addEventListener('click', () => running?.abort());

element('copy').addEventListener('click', async () => {
  const sha256 = element('sha256');
  try {
    await navigator.clipboard.writeText(sha256.textContent);
    element('copied').textContent = 'Copied.';
  } catch {
    getSelection().selectAllChildren(sha256);
    element('copied').textContent = 'Selected: copy it with the keyboard.';
  }
});

for (const type of ['dragenter', 'dragover']) {
  drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
}
for (const type of ['dragleave', 'drop']) {
  drop.addEventListener(type, () => drop.classList.remove('over'));
}
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  if (event.dataTransfer.files.length > 0) {
    fileInput.files = event.dataTransfer.files;
  }
});

// XMLHttpRequest, because fetch does not tell how much of a request body is sent.
function send(film, file) {
  const body = new FormData();
  body.append('file', file);

  const request = new XMLHttpRequest();
  request.open('POST', `/api/films/${encodeURIComponent(film)}/documents`);
  request.setRequestHeader('X-Requested-With', 'fetch');
  request.setRequestHeader('Accept', 'application/json, application/problem+json');
  request.upload.addEventListener('progress', (event) => showProgress(event, file));
  request.addEventListener('load', () => finish(request, file));
  request.addEventListener('error', () =>
    showFailure('The server did not answer', 'Nothing is known to be on file. Check the connection and try again.'));
  request.addEventListener('abort', () => showFailure('Cancelled', 'The upload was stopped; nothing was put on file.'));
  request.addEventListener('loadend', () => setRunning(null));

  element('failed').hidden = true;
  element('done').hidden = true;
  setRunning(request);
  request.send(body);
}

function setRunning(request) {
  running = request;
  element('send').disabled = request !== null;
  element('sending').hidden = request === null;
  element('progress').removeAttribute('value');
  element('sendingText').textContent = 'Sending …';
}

function showProgress(event, file) {
  if (!event.lengthComputable) {
    return;
  }
  const percent = Math.floor((event.loaded / event.total) * 100);
  element('progress').value = percent;
  element('sendingText').textContent =
    percent < 100 ? `Sending ${file.name}: ${percent} %` : `${file.name} is sent; the server checks it …`;
}

function finish(request, file) {
  const answer = parse(request.responseText);
  if (request.status >= 200 && request.status < 300 && answer?.sha256) {
    showDone(answer, file);
  } else {
    showFailure(...reason(request.status, answer));
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function reason(status, problem) {
  if (problem?.detail) {
    return [problem.title ?? 'The document was refused', problem.detail];
  }
  switch (status) {
    case 401:
      return ['Not logged in', 'Reload this page and log in.'];
    case 403:
      return ['Not allowed', 'Your role on this film does not put documents on file.'];
    case 404:
      return ['No such film', 'Check the film\'s id.'];
    case 413:
      return ['The file is too large', 'The server takes smaller files only.'];
    default:
      return ['That did not work', `The server answered ${status}.`];
  }
}

function showFailure(title, detail) {
  element('failedTitle').textContent = title;
  element('failedDetail').textContent = detail;
  element('failed').hidden = false;
}

function showDone(answer, file) {
  const facts = [answer.fileName ?? file.name, inWords(answer.size ?? file.size), answer.mediaType];
  element('doneFile').textContent = facts.filter(Boolean).join(' · ');
  element('sha256').textContent = answer.sha256;
  element('copied').textContent = 'Give this number wherever the document is asked for.';
  element('done').hidden = false;
  element('done').focus();
  fileInput.value = '';
}

function inWords(bytes) {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  let size = Number(bytes);
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${new Intl.NumberFormat('en', { maximumFractionDigits: unit === 0 ? 0 : 1 }).format(size)} ${units[unit]}`;
}
