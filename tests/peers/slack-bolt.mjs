// An independent client of the fake Slack: proves that the fake is not shaped to our own client.
// Usage: node slack-bolt.mjs socket <api base url> <bot token> <app token>
//        node slack-bolt.mjs http <api base url> <bot token> <signing secret>
// Answers /career, mentions, a button, its modal and the App Home; "/career bye" ends it with 0 and one line of text.
import bolt from '@slack/bolt';

const { App, HTTPReceiver, LogLevel } = bolt;
const patience = 60_000;

function fail(reason) {
  console.error(reason?.stack ?? reason);
  process.exit(1);
}

process.on('unhandledRejection', fail);
setTimeout(() => fail(`Not done after ${patience / 1000} s.`), patience).unref();

const [mode, slackApiUrl, token, secret] = process.argv.slice(2);
if (!secret || !['socket', 'http'].includes(mode)) {
  fail('Usage: node slack-bolt.mjs socket|http <api base url> <bot token> <app token|signing secret>');
}

const common = { token, clientOptions: { slackApiUrl }, logLevel: LogLevel.ERROR };
const app = mode === 'socket'
  ? new App({ ...common, appToken: secret, socketMode: true })
  : new App({ ...common, receiver: new HTTPReceiver({ signingSecret: secret, logLevel: LogLevel.ERROR }) });

const plain = text => ({ type: 'plain_text', text });
const button = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'open', text: plain('Open'), value: 'from mention' }],
};

app.error(async error => fail(error));

app.command('/career', async ({ ack, command, respond, say }) => {
  await ack();
  await respond(`Peer heard: ${command.text}`);
  if (command.text === 'bye') {
    await app.stop();
    console.log(`Bolt served commands, mentions, modals and a home over ${mode}.`);
    process.exit(0);
  }
  await say(`Peer says: ${command.text}`);
});

app.event('app_mention', async ({ event, say }) => {
  await say({ text: 'Peer was mentioned', thread_ts: event.ts, blocks: [button] });
});

app.message('hello', async ({ message, say }) => {
  await say(`Peer greets <@${message.user}>`);
});

app.action('open', async ({ ack, body, action, client }) => {
  await ack();
  const input = { type: 'input', block_id: 'said', label: plain('Say'), element: { type: 'plain_text_input', action_id: 'text' } };
  await client.views.open({
    trigger_id: body.trigger_id,
    view: {
      type: 'modal', callback_id: 'feedback', title: plain('Peer asks'), submit: plain('Send'), private_metadata: action.value, blocks: [input],
    },
  });
});

app.view('feedback', async ({ ack, view }) => {
  const said = view.state.values.said.text.value;
  await ack(said === 'rude' ? { response_action: 'errors', errors: { said: 'Be kind.' } } : undefined);
});

app.options('topic', async ({ ack, options }) => {
  await ack({ options: [{ text: plain(`Peer on ${options.value}`), value: options.value }] });
});

app.shortcut('ask', async ({ ack, respond, shortcut }) => {
  await ack();
  await respond(`Peer read: ${shortcut.message.text}`);
});

app.event('app_home_opened', async ({ event, client }) => {
  const section = { type: 'section', text: plain('Peer at home') };
  await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [section] } });
});

const server = await app.start({ host: '127.0.0.1', port: 0 });
if (mode === 'http') {
  // A sign of life that tells the test which port it became.
  await app.client.apiCall('bots.info', { port: server.address().port });
}
