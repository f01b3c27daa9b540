/** What the forms of a budget change share: what they offer to choose from, and the preview of what is filled in. */

const ASKED = ['kind', 'fromAccount', 'toAccount', 'amount', 'reason', 'underspendsTried', 'overrideReason'];
const PAUSE_MILLIS = 300;

async function read(path) {
  const answer = await fetch(path, {
    credentials: 'same-origin',
    headers: { 'Accept': 'application/json, application/problem+json', 'X-Requested-With': 'fetch' }
  });
  if (!answer.ok) {
    throw new Error(answer.status);
  }
  return answer.json();
}

function offer(list, options) {
  list.replaceChildren(...options.map(({ value, text }) => {
    const option = document.createElement('option');
    option.value = value;
    option.textContent = text;
    return option;
  }));
}

export async function offerFilms(camForm) {
  const list = camForm.formElement[0].querySelector('#budgetChangeFilms');
  const films = await read('/api/films').catch(() => ({ items: [] }));
  offer(list, films.items.map(({ id, title }) => ({ value: id, text: title })));
}

async function offerAccounts(root, film) {
  const budget = await read(`/api/films/${encodeURIComponent(film)}/budget`).catch(() => ({ accounts: [] }));
  offer(root.querySelector('#budgetChangeAccounts'), budget.accounts.map(({ account, description, balance }) =>
    ({ value: account, text: `${description}, ${balance}` })));
}

/**
 * Shows what the request would do as it is being filled in.
 *
 * given: { film, approval } where they stand already; a film that does not is a field of the form, and a request that
 * is on file is not counted against itself
 */
export function preview(camForm, $scope, given) {
  const root = camForm.formElement[0];
  let waiting = null;
  let last = 0;

  $scope.figure = (amount) =>
    amount && `${$scope.preview.currency} ${amount.replace(/\B(?=(\d{3})+(?=\.))/g, ',')}`;
  $scope.title = (role) => role && role.replace(/-/g, ' ').replace('co executive', 'co-executive');

  const line = (what, change) =>
    change && change.before !== change.after
      ? [{ what, before: $scope.figure(change.before), after: $scope.figure(change.after) }]
      : [];

  const account = (change) => (change ? line(`${change.account} ${change.description}`, change) : []);

  const lines = ({ from, to, overage, total, contingency }) => [
    ...account(from).map((change) => ({ ...change, what: `From ${change.what}` })),
    ...account(to),
    ...line('Approved overage', overage),
    ...line('Total budget', total),
    ...line('Contingency', contingency)
  ];

  const show = (weighed) => $scope.$apply(() => {
    $scope.preview = weighed;
    $scope.lines = weighed && weighed.allowed ? lines(weighed) : [];
  });

  const weigh = async () => {
    const own = ++last;
    const { asked } = $scope;
    const enough = asked.film && asked.kind && asked.toAccount && asked.amount;
    // the reason is for people; whether one will be given changes nothing here
    const fields = new URLSearchParams({ ...asked, reason: '…' });
    const path = `/api/films/${encodeURIComponent(asked.film)}/budget-changes/preview?${fields}`;
    const weighed = enough ? await read(path).catch(() => null) : null;
    if (own === last) {
      show(weighed);
    }
  };

  const filledIn = (name) => {
    const field = root.querySelector(`[name="${name}"]`);
    // AngularJS writes the type before the values of its options
    return field.value.trim().replace(/^(string|\?):?/, '');
  };

  const look = () => {
    const earlier = $scope.asked.film;
    $scope.asked = {
      ...Object.fromEntries(ASKED.map((name) => [name, filledIn(name)])),
      film: given.film || filledIn('film'),
      approval: given.approval || ''
    };
    if ($scope.asked.film && $scope.asked.film !== earlier) {
      offerAccounts(root, $scope.asked.film);
    }
    clearTimeout(waiting);
    waiting = setTimeout(weigh, PAUSE_MILLIS);
  };

  root.addEventListener('input', () => $scope.$applyAsync(look));
  root.addEventListener('change', () => $scope.$applyAsync(look));
  $scope.$applyAsync(look);
}

/** A text of a briefing, which is Markdown, as people typed it. */
export function plain(text) {
  return (text || '')
    .replace(/\[[^\]]*\]\(<http:\/\/([^>]*)>\)/g, '$1')
    .replace(/(^|[^\\])<(https?:[^>]*)>/g, '$1$2')
    .replace(/\\(.)/g, '$1');
}
