// html_axe.js - one HTML file in a headless Chromium: axe-core finds nothing in light and
// dark, nothing is fetched, and nothing is wider than a phone of 320 px.
// usage: node html_axe.js CHROMIUM AXE.JS FILE.html PROFILE
// Chromium is spoken to through its debugging pipe: messages that end with NUL.
'use strict';
const { spawn } = require('child_process');
const fs = require('fs');
const { pathToFileURL } = require('url');

const [chromium, axePath, file, profile] = process.argv.slice(2);
const page = pathToFileURL(fs.realpathSync(file)).href;
const axe = fs.readFileSync(axePath, 'utf8');
const browser = spawn(chromium, ['--headless=new', '--no-sandbox', '--disable-gpu',
	'--hide-scrollbars', '--no-first-run', `--user-data-dir=${profile}`,
	'--remote-debugging-pipe', 'about:blank'],
	{ stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
const waiting = new Map();
const listeners = [];
let last = 0, rest = '', failures = 0;

browser.stdio[4].setEncoding('utf8');
browser.stdio[4].on('data', (data) => {
	const parts = (rest + data).split('\0');
	rest = parts.pop();
	for (const part of parts) {
		const message = JSON.parse(part);
		if (message.id && waiting.has(message.id)) {
			const [resolve, reject] = waiting.get(message.id);
			waiting.delete(message.id);
			message.error ? reject(new Error(message.error.message)) : resolve(message.result);
		} else
			for (const listener of listeners)
				listener(message);
	}
});
browser.on('exit', (code) => {
	if (waiting.size > 0) {
		console.error(`chromium ended: ${code}`);
		process.exit(99);
	}
});

function send(sessionId, method, params) {
	return new Promise((resolve, reject) => {
		waiting.set(++last, [resolve, reject]);
		browser.stdio[3].write(JSON.stringify({ id: last, sessionId, method, params }) + '\0');
	});
}

function check(what, findings) {
	console.log(`${findings.length ? 'not ok' : 'ok'} - ${what}`);
	for (const finding of findings)
		console.log(`    ${finding}`);
	failures += findings.length ? 1 : 0;
}

async function evaluate(session, expression) {
	const answer = await send(session, 'Runtime.evaluate',
		{ expression, awaitPromise: true, returnByValue: true });
	if (answer.exceptionDetails)
		throw new Error(answer.exceptionDetails.exception.description);
	return answer.result.value;
}

async function open(session, scheme, width) {
	const loaded = new Promise((resolve) => listeners.push((message) =>
		message.method === 'Page.loadEventFired' && resolve()));
	await send(session, 'Emulation.setEmulatedMedia',
		{ features: [{ name: 'prefers-color-scheme', value: scheme }] });
	await send(session, 'Emulation.setDeviceMetricsOverride',
		{ width, height: 900, deviceScaleFactor: 1, mobile: width < 500 });
	await send(session, 'Page.navigate', { url: page });
	await loaded;
	await evaluate(session,
		'for (const d of document.querySelectorAll("details")) d.open = true');
}

async function main() {
	const { targetId } = await send(undefined, 'Target.createTarget', { url: 'about:blank' });
	const { sessionId } = await send(undefined, 'Target.attachToTarget',
		{ targetId, flatten: true });
	const fetched = [];

	listeners.push((message) => {
		if (message.method === 'Network.requestWillBeSent' &&
		    message.params.request.url !== page)
			fetched.push(message.params.request.url);
	});
	for (const domain of ['Page', 'Network', 'Runtime'])
		await send(sessionId, `${domain}.enable`);
	for (const [scheme, width] of [['light', 1200], ['dark', 1200], ['light', 320], ['dark', 320]]) {
		await open(sessionId, scheme, width);
		check(`no scrolling sideways, ${scheme}, ${width} px`, await evaluate(sessionId,
			`document.documentElement.scrollWidth > ${width}
				? ["the page is " + document.documentElement.scrollWidth + " px wide"] : []`));
		await evaluate(sessionId, `${axe}; undefined`);
		check(`axe-core, ${scheme}, ${width} px`, await evaluate(sessionId,
			`axe.run({ resultTypes: ["violations"] }).then((r) => r.violations.map((v) =>
				v.id + ": " + v.help + ", " + v.nodes.length + " places, first " + v.nodes[0].html))`));
	}
	check('nothing is fetched', fetched);
	check('no script', await evaluate(sessionId,
		'[...document.querySelectorAll("script, [onclick], [onload]")].map((e) => e.outerHTML)'));
	check('ids are unique', await evaluate(sessionId,
		`[...document.querySelectorAll("[id]")].map((e) => e.id)
			.filter((id, i, all) => all.indexOf(id) !== i)`));
	await send(undefined, 'Browser.close').catch(() => undefined);
}

main().then(() => process.exit(failures ? 1 : 0), (error) => {
	console.error(error.message);
	browser.kill();
	process.exit(99);
});
