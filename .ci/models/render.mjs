// Draws every process as docs/images/<process>.png, the way the Modeler shows it.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const SCALE = 2;
const PADDING = 24;

const require = createRequire(import.meta.url);
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const processes = join(root, 'processes');
const images = join(root, 'docs', 'images');

const bpmnJs = dirname(require.resolve('bpmn-js/package.json'));
const viewer = await readFile(join(bpmnJs, 'dist', 'bpmn-viewer.production.min.js'), 'utf8');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run'
  ]
});

try {
  const page = await browser.newPage({ deviceScaleFactor: SCALE });
  await mkdir(images, { recursive: true });

  for (const file of (await readdir(processes)).filter(name => name.endsWith('.bpmn')).sort()) {
    const image = `${basename(file, '.bpmn')}.png`;
    const svg = await draw(page, await readFile(join(processes, file), 'utf8'));
    await writeFile(join(images, image), await photograph(page, svg));
    console.log(`docs/images/${image}`);
  }
} finally {
  await browser.close();
}

async function draw(page, xml) {
  await page.setContent('<div id="canvas" style="width: 100%; height: 100vh"></div>');
  await page.addScriptTag({ content: viewer });

  const { svg, warnings } = await page.evaluate(async xml => {
    const viewer = new window.BpmnJS({ container: '#canvas' });
    const { warnings } = await viewer.importXML(xml);
    const { svg } = await viewer.saveSVG();
    return { svg, warnings: warnings.map(warning => warning.message) };
  }, xml);

  if (warnings.length) {
    throw new Error(`The model does not import cleanly: ${warnings.join('; ')}`);
  }
  return svg;
}

async function photograph(page, svg) {
  await page.setContent(`<body style="margin: 0; background: white">${svg}</body>`);

  const size = await page.evaluate(padding => {
    const svg = document.querySelector('svg');
    const [ x, y, width, height ] = svg.getAttribute('viewBox').split(' ').map(Number);
    const left = Math.floor(x) - padding;
    const top = Math.floor(y) - padding;
    const size = {
      width: Math.ceil(x + width) + padding - left,
      height: Math.ceil(y + height) + padding - top
    };
    svg.setAttribute('viewBox', `${left} ${top} ${size.width} ${size.height}`);
    svg.setAttribute('width', size.width);
    svg.setAttribute('height', size.height);
    svg.style.display = 'block';
    return size;
  }, PADDING);

  await page.setViewportSize(size);
  return page.screenshot({ clip: { x: 0, y: 0, ...size } });
}
