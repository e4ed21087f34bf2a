import { allForms } from '../../../web/src/generated/forms/all-forms.js';
import { arranged } from '../../../web/src/make/arrange-fields.js';
import { estimatedValue } from '../../../web/src/make/estimated-input.js';
import { problemsOf } from '../../../web/src/make/form-problems.js';
import { startOfForm, type FormObject } from '../../../web/src/make/form-value.js';
import { PendingKeys } from '../../../web/src/make/pending-keys.js';

class MemoryStorage {
  text: string | null = null;
  getItem(): string | null {
    return this.text;
  }
  setItem(_name: string, text: string): void {
    this.text = text;
  }
}

describe('the fields of a form', () => {
  it('begin with the prompt; what is optional and rare is behind "More settings"', async () => {
    const { type } = await allForms.createTextToVideo();
    const member = type.fields.find(({ name }) => name === 'gen4_5')?.type;
    const { main, more } = arranged(member?.kind === 'object' ? member.fields : []);
    expect(main.map(({ name }) => name)).toEqual(['promptText', 'ratio', 'duration']);
    expect(more.map(({ name }) => name)).toContain('seed');
  });

  it('are all there, and what is required is in sight', async () => {
    for (const load of Object.values(allForms)) {
      const { type } = await load();
      const { main, more } = arranged(type.fields);
      expect([...main, ...more]).toHaveLength(type.fields.length);
      expect(more.filter(({ required }) => required === true)).toEqual([]);
    }
  });
});

describe('the value that an estimate is asked for', () => {
  it('is whole while a person has not written a prompt or given a file yet', async () => {
    for (const load of Object.values(allForms)) {
      const form = await load();
      const members =
        form.type.kind === 'choice' ? form.type.fields.map(({ name }) => name) : [null];
      for (const member of members) {
        const value = estimatedValue(form.type, startOfForm(form, member)) as FormObject;
        const open = problemsOf(form, value).map(({ path }) => path.replace(/^.*\./, ''));
        // What names something of the tenant cannot be made up.
        expect(open.filter((name) => !/^(?:.*Ids?|id|slug)$/.test(name))).toEqual([]);
      }
    }
  });

  it('keeps what is given', async () => {
    const form = await allForms.createTextToVideo();
    const value = { gen4_5: { promptText: 'A fox', duration: 7, ratio: 'RATIO_1280_720' } };
    expect(estimatedValue(form.type, value)).toEqual(value);
  });
});

describe('the idempotency keys of requests without an answer', () => {
  it('are the same for the same request, also after a reload', () => {
    const storage = new MemoryStorage();
    const first = new PendingKeys(storage).take('request', 2);
    expect(new Set(first).size).toBe(2);
    const reloaded = new PendingKeys(storage);
    expect(reloaded.take('request', 3).slice(0, 2)).toEqual(first);
    expect(reloaded.take('other', 1)).not.toContain(first[0]);
  });

  it('are new once the request has had its answer', () => {
    const keys = new PendingKeys(new MemoryStorage());
    const [key = ''] = keys.take('request', 1);
    keys.settle(key);
    expect(keys.take('request', 1)).not.toContain(key);
  });

  it('survive a storage that holds something else', () => {
    const storage = new MemoryStorage();
    storage.text = 'no json';
    expect(new PendingKeys(storage).take('request', 1)).toHaveLength(1);
  });
});
