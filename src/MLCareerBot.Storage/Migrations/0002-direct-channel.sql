-- The platform's channel of a person's direct messages: opening it again after every start costs a request each.
ALTER TABLE subscription ADD COLUMN direct_channel TEXT;
