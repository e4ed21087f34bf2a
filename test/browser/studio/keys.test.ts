// Guarantee: a person makes, rotates and revokes keys of their own tenant and issues tokens; each secret is
// shown once, works, and the page that is signed in with a rotated key goes on.
import type { Page } from 'playwright-core';
import { CreateApiKeyDocument, ViewerCredentialDocument } from '../../../client/src/documents.js';
import { describeBrowser } from '../../support/browser/describe-browser.js';
import { signIn, useStudio } from '../../support/browser/studio-stage.js';
import { TENANT_SCOPES } from '../../support/gateway/gateway-stage.js';

describeBrowser('keys in the studio', (open) => {
  const stage = useStudio(open);

  const codeOf = async (credential: string): Promise<unknown> => {
    const { errors } = await stage.gateway.ask(ViewerCredentialDocument, {}, credential);
    return errors?.[0]?.extensions.code;
  };

  /** A key of ann's tenant with all scopes, for a test that ends it. */
  async function anotherKey(name: string): Promise<string> {
    const input = { name, tenant: 'ann', scopes: TENANT_SCOPES };
    const { createApiKey } = await stage.gateway.data(CreateApiKeyDocument, { input });
    return createApiKey.credential;
  }

  const keyOf = (page: Page, name: string) =>
    page.getByRole('list', { name: 'Keys' }).getByRole('listitem').filter({ hasText: name });

  it('makes a key that is shown once and has the scopes that were chosen', async () => {
    const { page, faults } = await stage.enter(stage.ann, '/keys');
    await page.getByRole('button', { name: 'New key' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What it is for').fill('Render farm');
    await dialog.getByLabel('Video', { exact: true }).uncheck();
    await dialog.getByRole('button', { name: 'Make the key' }).click();
    const secret = (await dialog.getByLabel('New API key').textContent()) ?? '';
    await dialog.getByRole('button', { name: 'Done' }).click();
    await keyOf(page, 'Render farm').getByText('Active').waitFor();
    expect(await page.content()).not.toContain(secret);
    const { viewer } = await stage.gateway.data(ViewerCredentialDocument, {}, secret);
    expect(viewer.tenant.id).toBe('ann');
    expect(viewer.scopes).toContain('GENERATE_IMAGE');
    expect(viewer.scopes).not.toContain('GENERATE_VIDEO');
    expect(faults).toEqual([]);
  });

  it('goes on with the new secret when its own key is rotated at once', async () => {
    const key = await anotherKey('Rotated');
    const { page } = await stage.enter(key, '/keys');
    await keyOf(page, 'Rotated').getByText('This session').waitFor();
    await page.getByRole('button', { name: 'Rotate Rotated' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('The present secret ends after').selectOption('At once');
    await dialog.getByRole('button', { name: 'Rotate' }).click();
    const secret = (await dialog.getByLabel('New secret').textContent()) ?? '';
    await dialog.getByRole('button', { name: 'Done' }).click();
    expect([await codeOf(key), await codeOf(secret)]).toEqual(['UNAUTHENTICATED', undefined]);
    await page.getByRole('link', { name: 'Money' }).click();
    await page.getByRole('link', { name: 'Keys' }).click();
    await keyOf(page, 'Rotated').getByText('Active').waitFor();
  });

  it('revokes a key after a question', async () => {
    const key = await anotherKey('Lost laptop');
    const { page } = await stage.enter(stage.ann, '/keys');
    await page.getByRole('button', { name: 'Revoke Lost laptop' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    expect(await codeOf(key)).toBeUndefined();
    await page.getByRole('button', { name: 'Revoke Lost laptop' }).click();
    await page.getByRole('button', { name: 'Revoke the key' }).click();
    await keyOf(page, 'Lost laptop').getByText('Revoked').first().waitFor();
    expect(await codeOf(key)).toBe('UNAUTHENTICATED');
  });

  it('signs out when the key of the session is revoked', async () => {
    const { page } = await stage.enter(await anotherKey('Own'), '/keys');
    await page.getByRole('button', { name: 'Revoke Own' }).click();
    await page.getByText('You are signed in with this key').waitFor();
    await page.getByRole('button', { name: 'Revoke the key' }).click();
    await page.getByText('Your session has ended').waitFor();
    expect(await page.getByLabel('API key').isVisible()).toBe(true);
  });

  it('issues a token with fewer rights, and asks for the key where the page has none', async () => {
    const { page } = await stage.openSignIn('/keys');
    await signIn(page, stage.ann, true);
    await page.reload();
    await page.getByRole('button', { name: 'Issue a token' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Your API key').fill(stage.ann);
    await dialog.getByLabel('Credits that it may spend').fill('40');
    await dialog.getByRole('button', { name: 'Issue it' }).click();
    const token = (await dialog.getByLabel('New token').textContent()) ?? '';
    const { viewer } = await stage.gateway.data(ViewerCredentialDocument, {}, token);
    expect(viewer).toMatchObject({ tenant: { id: 'ann' }, limits: { creditsMax: 40 } });
  });

  it('shows two tenants side by side their own keys alone', async () => {
    await anotherKey('Only of ann');
    const [ann, bob] = await Promise.all([
      stage.enter(stage.ann, '/keys'),
      stage.enter(stage.bob, '/keys'),
    ]);
    await keyOf(ann.page, 'Only of ann').waitFor();
    await bob.page.getByRole('list', { name: 'Keys' }).waitFor();
    expect(await keyOf(bob.page, '').count()).toBe(1);
    expect(await bob.page.content()).not.toContain('Only of ann');
  });
});
