using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Turns an answer at a <c>response_url</c>, or within an acknowledgement, into what people see.</summary>
internal sealed class ResponseWriter(World world)
{
    public void Write(ResponseUrl url, JsonObject body)
    {
        if (body.IsTrue("delete_original"))
        {
            Delete(url);
        }
        else if (body.IsTrue("replace_original") && url.Original is { } original)
        {
            Replace(url, original, body);
        }
        else
        {
            Post(url, body);
        }
    }

    private void Delete(ResponseUrl url)
    {
        if (url.Original is { } original)
        {
            world.Messages.Remove(original.ChannelId, original.Ts);
        }
    }

    private void Replace(ResponseUrl url, FakeMessage original, JsonObject body)
    {
        // It may have been edited since the click.
        var current = world.Messages.Find(original.ChannelId, original.Ts) ?? original;
        var json = current.Json.Copy();
        MessageContent.Write(json, new(body));
        url.Original = current with { Json = json };
        world.Messages.Replace(current, url.Original);
    }

    private void Post(ResponseUrl url, JsonObject body)
    {
        var json = world.BotMessage();
        MessageContent.Write(json, new(body));
        if (body.Text("thread_ts") is { } thread)
        {
            json["thread_ts"] = thread;
        }

        var message = new FakeMessage(url.Channel.Id, json, body.Text("response_type") == "in_channel" ? null : url.User.Id);
        world.Messages.Add(message);
        url.Original ??= message;
    }
}
