// A Bolt app that answers every /career with the same few words: what Slack's own library needs for no work at all.
// Usage: node slack-bolt-constant.mjs API-BASE-URL BOT-TOKEN APP-TOKEN; it runs until it is told to stop.
import bolt from '@slack/bolt';

const { App, LogLevel } = bolt;
const [slackApiUrl, token, appToken] = process.argv.slice(2);
const app = new App({ token, appToken, socketMode: true, clientOptions: { slackApiUrl }, logLevel: LogLevel.ERROR });

app.command('/career', async ({ ack, respond }) => {
  await ack();
  await respond('The same few words.');
});

await app.start();
