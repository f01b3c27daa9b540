// Holds every form, and what becomes of it at each step, against the renderer that the Tasklist uses, and against the processes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import BpmnModdle from 'bpmn-moddle';
import { JSDOM } from 'jsdom';

const require = createRequire(import.meta.url);
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const formsDirectory = join(root, 'forms');
const composedDirectory = join(root, 'target', 'composed-forms');
const processesDirectory = join(root, 'processes');

const MAX_COMMENT = 4000;
const TEMPLATED = ['text', 'content', 'label', 'description'];

const { createForm, evaluate, parseExpression } = loadRenderer();
const findings = [];
const found = (where, what) => findings.push(`${where}: ${what}`);

if (!existsSync(composedDirectory)) {
  console.error('Nothing composes the forms yet: run ./mvnw test -Dtest=ComposedFormTest first.');
  process.exit(1);
}
const forms = readForms(formsDirectory);
const composed = readForms(composedDirectory);
const usages = await readUsages();

for (const { name, schema } of forms) {
  await check(name, schema, async () => {
    if (schema.id !== name) {
      found(name, `its id is ${schema.id}, not the name of its file`);
    }
    return checkForm(name, schema);
  });
}
for (const { name, schema } of composed) {
  await check(name, schema, async () => {
    const fields = await checkForm(name, schema);
    checkDecision(name, fields);
    return fields;
  });
}
checkUsages();

findings.forEach((finding) => console.error(`  - ${finding}`));
console.log(`${forms.length} forms, composed for ${composed.length} steps, ${usages.length} uses in the processes, ${findings.length} findings`);
process.exit(findings.length === 0 && forms.length > 0 && composed.length > 0 ? 0 : 1);

async function check(name, schema, checking) {
  const before = findings.length;
  const fields = schema ? await checking() : [];
  const ok = schema && findings.length === before;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${fields.map(({ key }) => key).join(', ')})`);
}

async function checkForm(name, schema) {
  const components = flatten(schema.components);
  const fields = components.filter(({ key }) => key);

  if (schema.executionPlatform !== 'Camunda Platform') {
    found(name, 'is not made for Camunda Platform 7');
  }
  repeated(components.map(({ id }) => id)).forEach((id) => found(name, `two components have the id ${id}`));
  repeated(fields.map(({ key }) => key)).forEach((key) => found(name, `two fields have the key ${key}`));
  components.forEach((component) => checkExpressions(name, component));
  await checkRendering(name, schema, components);
  return fields;
}

function checkDecision(name, fields) {
  const decision = fields.find(({ key }) => key === 'decision');
  const comment = fields.find(({ key }) => key === 'comment');
  if (decision?.type !== 'radio' || decision.validate?.required !== true) {
    found(name, 'has no required radio "decision"');
  } else if (decision.defaultValue !== undefined) {
    found(name, 'preselects a decision');
  }
  if (comment?.type !== 'textarea' || comment.validate?.maxLength !== MAX_COMMENT) {
    found(name, `has no textarea "comment" of at most ${MAX_COMMENT} characters`);
  }
}

function checkExpressions(name, component) {
  for (const text of strings(component)) {
    if (text.startsWith('=')) {
      checkFeel(name, component, text.slice(1));
    }
  }
  for (const property of TEMPLATED) {
    checkTemplate(name, component, component[property] ?? '');
  }
}

function checkTemplate(name, component, template) {
  const open = [];
  for (const [, tag] of template.matchAll(/\{\{(.*?)\}\}/gs)) {
    const [, keyword, expression] = tag.match(/^(#if|#loop)\s+(.*)$/s) ?? [];
    if (tag.startsWith('/')) {
      if (open.pop() !== `#${tag.slice(1)}`) {
        found(name, `${component.id} closes {{${tag}}}, which is not open`);
      }
    } else {
      if (keyword) {
        open.push(keyword);
      }
      checkFeel(name, component, expression ?? tag);
    }
  }
  open.forEach((tag) => found(name, `${component.id} does not close {{${tag}}}`));
}

function checkFeel(name, component, expression) {
  let broken = expression.trim() === '';
  parseExpression(expression).iterate({
    enter: ({ type }) => {
      broken ||= type.isError;
    }
  });
  if (broken) {
    found(name, `${component.id} has an expression that is no FEEL: ${expression}`);
  }
}

/** Renders the form empty, and once for each choice in it, and submits it: whatever is visible and required has to say so. */
async function checkRendering(name, schema, components) {
  const choices = components
    .filter(({ values }) => values)
    .flatMap(({ key, values }) => values.map(({ value }) => ({ [key]: value })));
  for (const data of [{}, ...choices]) {
    const expected = requiredFields(schema.components, data);
    let errors;
    try {
      errors = await submit(name, schema, data, expected);
    } catch (error) {
      found(name, `cannot be imported: ${error.message}`);
      return;
    }
    const missed = expected.filter((id) => !errors.includes(id));
    missed.forEach((id) => found(name, `${id} is required, and left empty it says nothing (${JSON.stringify(data)})`));
  }
}

async function submit(name, schema, data, expected) {
  const container = document.body.appendChild(document.createElement('div'));
  const form = await createForm({ container, schema: structuredClone(schema), data: { ...data } });
  const types = form.get('formFields');
  flatten(schema.components)
    .filter(({ type }) => !types.get(type))
    .forEach(({ id, type }) => found(name, `${id} is a ${type}, which this version cannot show`));
  const { warnings } = await form.importSchema(structuredClone(schema), { ...data });
  warnings.forEach((warning) => found(name, `import warns: ${warning.message ?? warning}`));
  await rendered(form, expected);
  const { errors } = form.submit();
  form.destroy();
  container.remove();
  return Object.keys(errors);
}

/** Fields take part once they are rendered, which is later than imported; one that never is, is found by what follows. */
async function rendered(form, ids) {
  const instances = form.get('formFieldInstanceRegistry');
  const deadline = Date.now() + 10_000;
  while (!ids.every((id) => instances.getAll().some((field) => field.id === id)) && Date.now() < deadline) {
    await sleep(10);
  }
}

function requiredFields(components = [], data) {
  return components
    .filter(({ conditional }) => !conditional?.hide || evaluate(conditional.hide.slice(1), data) !== true)
    .flatMap((component) => [
      ...(component.validate?.required && data[component.key] === undefined ? [component.id] : []),
      ...requiredFields(component.components, data)
    ]);
}

function checkUsages() {
  for (const { process, element, form, outcomes, isTask } of usages) {
    const where = `${process}, ${element}`;
    const schema = forms.find(({ name }) => name === form)?.schema;
    if (!schema) {
      found(where, `there is no forms/${form}.form`);
    } else if (isTask) {
      const decision = flatten(schema.components).find(({ key }) => key === 'decision');
      const values = decision?.values?.map(({ value }) => value).join(',');
      if (decision && values !== outcomes) {
        found(where, `accepts ${outcomes}, and its form ${form} offers ${values}`);
      }
    }
  }
  if (usages.length > 0) {
    const included = forms.flatMap(({ schema }) => schema.components.flatMap(({ properties }) => properties?.form ?? []));
    const used = new Set([...usages.map(({ form }) => form), ...included]);
    forms.filter(({ name }) => !used.has(name)).forEach(({ name }) => found(name, 'no process refers to it'));
    included.filter((form) => !forms.some(({ name }) => name === form)).forEach((form) => found(form, 'is included, and not there'));
  }
}

/** Who shows which form: every start event and every user task, in every process. */
async function readUsages() {
  const moddle = new BpmnModdle({ camunda: require('camunda-bpmn-moddle/resources/camunda.json') });
  const all = [];
  for (const file of filesIn(processesDirectory, '.bpmn')) {
    const process = basename(file, '.bpmn');
    const { elementsById } = await moddle.fromXML(readFileSync(file, 'utf8'));
    for (const element of Object.values(elementsById)) {
      const isTask = element.$type === 'bpmn:UserTask';
      if (element.formRef) {
        all.push({ process, element: element.id, form: element.formRef, outcomes: outcomes(element), isTask });
      } else if (element.formKey?.startsWith('embedded:/forms/')) {
        const page = element.formKey.slice('embedded:/forms/'.length);
        const where = `${process}, ${element.id}`;
        if (!existsSync(join(formsDirectory, page))) {
          found(where, `there is no forms/${page}`);
        } else if (isTask && embeddedOutcomes(page) !== outcomes(element)) {
          found(where, `accepts ${outcomes(element)}, and its form ${page} offers ${embeddedOutcomes(page)}`);
        }
      }
      // a task that names no form gets what every step shows
    }
  }
  return all;
}

/** What the choice of a decision offers in a form that is HTML. */
function embeddedOutcomes(page) {
  const { document } = new JSDOM(readFileSync(join(formsDirectory, page), 'utf8')).window;
  return [...document.querySelectorAll('[name="decision"] option')].map(({ value }) => value).filter(Boolean).join(',');
}

function outcomes(element) {
  return element.extensionElements?.values
    .filter(({ $type }) => $type === 'camunda:Properties')
    .flatMap(({ values }) => values)
    .find(({ name }) => name === 'outcomes')?.value;
}

function flatten(components = []) {
  return components.flatMap((component) => [component, ...flatten(component.components)]);
}

function strings(component) {
  return Object.entries(component).flatMap(([property, value]) => {
    if (property === 'components') {
      return [];
    }
    return typeof value === 'string' ? [value] : value && typeof value === 'object' ? strings(value) : [];
  });
}

function repeated(values) {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function readForms(directory) {
  return filesIn(directory, '.form').map((file) => ({ name: basename(file, '.form'), schema: readJson(file) }));
}

function filesIn(directory, extension) {
  return readdirSync(directory)
    .filter((file) => file.endsWith(extension))
    .sort()
    .map((file) => join(directory, file));
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    found(basename(file), `is no JSON: ${error.message}`);
    return null;
  }
}

/** form-js expects a browser, and brings its own FEEL. */
function loadRenderer() {
  const { window } = new JSDOM('<!DOCTYPE html><body></body>', { pretendToBeVisual: true, url: 'http://localhost/' });
  globalThis.window = window;
  for (const name of Object.getOwnPropertyNames(window)) {
    if (!(name in globalThis)) {
      globalThis[name] = window[name];
    }
  }
  const viewer = require.resolve('@bpmn-io/form-js-viewer');
  const { createForm } = require(viewer);
  const { evaluate, parseExpression } = createRequire(viewer)('feelin');
  return { createForm, evaluate, parseExpression };
}
