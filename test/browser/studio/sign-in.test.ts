// Guarantee: a person signs in with a key that stays in the page's memory; what goes out afterwards is a
// token, and the browser keeps nothing but that token, and only where the person wants it.
import { describeBrowser } from '../../support/browser/describe-browser.js';
import { signIn, useStudio } from '../../support/browser/studio-stage.js';

describeBrowser('signing in to the studio', (open) => {
  const stage = useStudio(open);

  it('exchanges the key for a token, keeps neither, and calls the gateway alone', async () => {
    const { page, hosts, faults } = await stage.openSignIn('/keys');
    const sent: string[] = [];
    page.on('request', (request) => {
      const { authorization } = request.headers();
      if (authorization !== undefined) sent.push(authorization);
    });
    await signIn(page, stage.ann);
    await page.getByRole('region', { name: 'Your session' }).getByText('ann').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/studio/keys');
    expect(sent.slice(0, 2)).toEqual([`Bearer ${stage.ann}`, `Bearer ${stage.ann}`]);
    expect(sent.length).toBeGreaterThan(2);
    expect(sent.slice(2).every((each) => each.startsWith('Bearer eyJ'))).toBe(true);
    const kept = await page.evaluate(
      'JSON.stringify([{ ...sessionStorage }, { ...localStorage }])',
    );
    expect(kept).toBe('[{},{}]');
    expect([...hosts]).toEqual([new URL(stage.gateway.url).host]);
    expect(faults).toEqual([]);
    await page.reload();
    await page.getByLabel('API key').waitFor();
  });

  it('goes on after a reload with the token that the person wanted kept, until they sign out', async () => {
    const { page } = await stage.openSignIn();
    await signIn(page, stage.ann, true);
    const kept = await page.evaluate<string>('JSON.stringify({ ...sessionStorage })');
    expect(kept).toContain('eyJ');
    expect(kept).not.toContain('rgk_');
    await page.reload();
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('API key').waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
  });

  it('says what is wrong with a key that is refused', async () => {
    const { page } = await stage.openSignIn();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Enter your API key').waitFor();
    await page.getByLabel('API key').fill('rgk_wrong_Abcdefghijklmnopqrstuvwx');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('A valid API key or access token is required').waitFor();
    expect(await page.getByLabel('API key').getAttribute('aria-invalid')).toBe('true');
  });
});
