/** What a person replaces by a key. */
export const KEY_PLACE = 'YOUR_KEY';

/** What an explorer opens with: a request that runs as soon as the key is filled in. */
export const FIRST_REQUEST = {
  document: `# Replace ${KEY_PLACE} by your key: under Headers in Sandbox, under Auth in Altair.
# Where \`npm start\` has made one, it is in .data/operator.key. Then run these.

mutation Make($input: CreateTextToVideoInput!) {
  createTextToVideo(input: $input) {
    task {
      id
      status
      estimate {
        credits
      }
    }
  }
}

subscription Watch {
  tasksUpdated {
    task {
      id
      status
      progress
      output {
        url
      }
    }
  }
}

query Cost($input: CreateTextToVideoInput!) {
  estimate(request: { createTextToVideo: $input }) {
    credits
    isGuaranteed
    remaining
  }
}

query Models {
  models {
    model
    summary
  }
}
`,
  variables: {
    input: {
      gen4_5: { promptText: 'A lighthouse at dawn', ratio: 'RATIO_1280_720', duration: 5 },
    },
  },
  headers: { Authorization: `Bearer ${KEY_PLACE}` },
} as const;
