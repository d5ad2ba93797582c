import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderReport } from '../../../src/observe/run-report.ts';
import { sampleRun } from '../../unit/observe/sample-run.ts';

const CHROMIUM = '/usr/bin/chromium';
const isMissing = !fs.existsSync(CHROMIUM);

describe.skipIf(isMissing)(
  `the report in Chromium${isMissing ? ` (skipped: ${CHROMIUM} is missing)` : ''}`,
  () => {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'lockstep-report-'));
    const file = path.join(directory, 'report.html');
    const url = pathToFileURL(file).href;
    let browser: Browser;

    beforeAll(async () => {
      fs.writeFileSync(file, renderReport(sampleRun));
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    });

    afterAll(async () => {
      await browser?.close();
      fs.rmSync(directory, { recursive: true, force: true });
    });

    async function open(
      width: number,
      colorScheme: 'light' | 'dark',
    ): Promise<{ page: Page; requests: string[]; complaints: string[] }> {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      const [requests, complaints]: [string[], string[]] = [[], []];
      page.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(url);
      return { page, requests, complaints };
    }

    test('draws its curves, asks for nothing but itself, and the browser has nothing to complain about', async () => {
      const { page, requests, complaints } = await open(1200, 'light');
      expect(complaints).toEqual([]);
      expect(requests.filter((request) => !request.startsWith('data:'))).toEqual([url]);
      const curves = await page
        .locator('.curve polyline')
        .evaluateAll((lines) => lines.map((line) => (line as SVGPolylineElement).getTotalLength()));
      expect(curves).toHaveLength(5);
      expect(Math.min(...curves)).toBeGreaterThan(300);
      const pictures = await page
        .locator('.gallery img')
        .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
      expect(pictures).toHaveLength(20);
      expect(new Set(pictures)).toEqual(new Set([84]));
      await page.close();
    });

    test('shows the values of a step where one points at it', async () => {
      const { page } = await open(1200, 'light');
      const probe = page.locator('.probe').nth(40);
      await probe.locator('rect').hover();
      expect(
        await probe
          .locator('circle')
          .first()
          .evaluate((dot) => getComputedStyle(dot).opacity),
      ).toBe('1');
      expect(await probe.locator('title').textContent()).toMatch(
        /^step \d+\ntraining: 0\.\d+\nvalidation: 0\.\d+$/,
      );
      await page.close();
    });

    test.each([
      [390, 'light'],
      [390, 'dark'],
      [1200, 'dark'],
    ] as const)('fits %i pixels, %s', async (width, scheme) => {
      const { page } = await open(width, scheme);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(background).toBe(scheme === 'dark' ? 'rgb(15, 18, 23)' : 'rgb(246, 247, 249)');
      await page.close();
    });
  },
);
