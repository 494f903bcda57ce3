namespace Workshop.Storage.Sqlite;

/// <summary>Every statement in SQLite's dialect; what <see cref="IStatements"/> names first, then what only SQLite needs.</summary>
sealed class Statements : IStatements
{
    public string Append => """
        INSERT INTO log (workshop, seq, v, command, actor, at, body_hash, events, hash)
        VALUES (@Workshop, @Seq, @V, @Command, @Actor, @At, @BodyHash, @Events, @Hash)
        """;

    public string CommitsAfter => """
        SELECT seq, v, command, actor, at, body_hash, events, hash
        FROM log
        WHERE workshop = @Workshop AND seq > @Seq
        ORDER BY seq
        """;

    // MAX(seq) with GROUP BY would walk the whole log.
    public string Heads => """
        SELECT workshop, seq
        FROM (SELECT value AS workshop, (SELECT seq FROM log WHERE workshop = value ORDER BY seq DESC LIMIT 1) AS seq FROM json_each(@Workshops))
        WHERE seq IS NOT NULL
        """;

    public string PutPerson => """
        INSERT INTO person (workshop, person, version, seq, salt, data)
        VALUES (@Workshop, @Person, @Version, @Seq, @Salt, @Data)
        ON CONFLICT (workshop, person, version) DO UPDATE SET seq = excluded.seq, salt = excluded.salt, data = excluded.data
        """;

    public string PeopleAfter => """
        SELECT person, version, salt, data
        FROM person
        WHERE workshop = @Workshop AND seq > @Seq
        ORDER BY seq, person, version
        """;

    public string OpenBox => "INSERT INTO box (box, open) VALUES (@Box, 1)";
    public string AddToRoll => "INSERT INTO roll (box, person, voted) SELECT @Box, value, 0 FROM json_each(@People)";
    public string IsBoxOpen => "SELECT open FROM box WHERE box = @Box";
    public string HasVoted => "SELECT voted FROM roll WHERE box = @Box AND person = @Person";
    public string MarkVoted => "UPDATE roll SET voted = 1 WHERE box = @Box AND person = @Person";
    public string EditHashOf => "SELECT edit_hash FROM item WHERE box = @Box AND id = @Id";
    public string PutItem => "INSERT INTO item (id, box, payload, edit_hash) VALUES (@Id, @Box, @Payload, @EditHash)";
    public string ReplaceItem => "UPDATE item SET payload = @Payload, edit_hash = @EditHash WHERE box = @Box AND id = @Id";
    public string CloseBox => "UPDATE box SET open = 0 WHERE box = @Box AND open = 1";
    public string ItemsOf => "SELECT id, payload, edit_hash FROM item WHERE box = @Box ORDER BY id";
    public string CountItems => "SELECT COUNT(*) FROM item WHERE box = @Box";

    public string DeleteOutcomes => """
        DELETE FROM outcome_priority WHERE workshop = @Workshop;
        DELETE FROM outcome_objective WHERE workshop = @Workshop;
        DELETE FROM outcome_action WHERE workshop = @Workshop;
        """;

    public string PutPriority => """
        INSERT INTO outcome_priority (workshop, rank, item, name, language, dots, voters, objective)
        VALUES (@Workshop, @Rank, @Item, @Name, @Language, @Dots, @Voters, @Objective)
        """;

    public string PutObjective => """
        INSERT INTO outcome_objective (workshop, line, number, text, language, priority_rank)
        VALUES (@Workshop, @Line, @Number, @Text, @Language, @PriorityRank)
        """;

    public string PutAction => """
        INSERT INTO outcome_action (workshop, line, objective, number, text, language)
        VALUES (@Workshop, @Line, @Objective, @Number, @Text, @Language)
        """;

    public string CreateAccount => """
        INSERT INTO account (id, login, normalized_login, display_name, language, password_hash, security_stamp, version, created_at)
        VALUES (@Id, @Login, @NormalizedLogin, @DisplayName, @Language, @PasswordHash, @SecurityStamp, @Version, @CreatedAt)
        """;

    public string UpdateAccount => """
        UPDATE account
        SET login = @Login, normalized_login = @NormalizedLogin, display_name = @DisplayName, language = @Language,
            password_hash = @PasswordHash, security_stamp = @SecurityStamp, version = version + 1
        WHERE id = @Id AND version = @Version
        """;

    const string Account = """
        SELECT id, login, normalized_login, display_name, language, password_hash, security_stamp, failures, delayed_until, version, created_at
        FROM account

        """;

    public string AccountById => Account + "WHERE id = @Id";
    public string AccountByLogin => Account + "WHERE normalized_login = @NormalizedLogin";
    public string AnyAccount => "SELECT EXISTS (SELECT 1 FROM account)";
    public string AddFailure => "UPDATE account SET failures = failures + 1 WHERE id = @Id RETURNING failures";
    public string DelayAccount => "UPDATE account SET delayed_until = @Until WHERE id = @Id";
    public string ClearFailures => "UPDATE account SET failures = 0, delayed_until = NULL WHERE id = @Id AND (failures > 0 OR delayed_until IS NOT NULL)";
    public string SecurityStamps => "SELECT id, security_stamp FROM account WHERE id IN (SELECT value FROM json_each(@Ids))";

    public string CreateSetupLink => """
        INSERT INTO setup_link (token_hash, created_at)
        SELECT @TokenHash, @CreatedAt WHERE NOT EXISTS (SELECT 1 FROM account)
        """;

    public string IsSetupLink => "SELECT EXISTS (SELECT 1 FROM setup_link WHERE token_hash = @TokenHash)";
    public string DeleteSetupLinks => "DELETE FROM setup_link";

    public string ForgetEndedSignIns => "DELETE FROM ended_sign_in WHERE until < @Now";
    public string EndSignIn => "INSERT INTO ended_sign_in (session_hash, until) VALUES (@SessionHash, @Until)";
    public string EndedAmong => "SELECT session_hash FROM ended_sign_in WHERE session_hash IN (SELECT value FROM json_each(@Hashes))";

    public string CreateResetLink => "INSERT INTO reset_link (account, token_hash, until) VALUES (@Account, @TokenHash, @Until)";
    public string DeleteResetLink => "DELETE FROM reset_link WHERE account = @Account";
    public string AccountOfResetLink => "SELECT account FROM reset_link WHERE token_hash = @TokenHash AND until > @Now";

    public string PutMembership => "INSERT INTO membership (account, workshop, person) VALUES (@Account, @Workshop, @Person)";
    public string MembershipIn => "SELECT person FROM membership WHERE account = @Account AND workshop = @Workshop";
    public string MembershipsOf => "SELECT workshop, person FROM membership WHERE account = @Account ORDER BY workshop DESC";

    public string PutDoor => "INSERT INTO door (workshop, code) VALUES (@Workshop, @Code)";
    public string DoorByCode => "SELECT workshop FROM door WHERE code = @Code";
    public string CodeOf => "SELECT code FROM door WHERE workshop = @Workshop";

    public string PutParticipantSession => """
        INSERT INTO participant_session (token_hash, workshop, person, join_key_hash, created_at)
        VALUES (@TokenHash, @Workshop, @Person, @JoinKeyHash, @CreatedAt)
        """;

    public string ParticipantSessionByToken => """
        SELECT token_hash, workshop, person, join_key_hash, created_at
        FROM participant_session
        WHERE token_hash = @TokenHash
        """;

    public string ParticipantSessionsOf => """
        SELECT token_hash, workshop, person, join_key_hash, created_at
        FROM participant_session
        WHERE workshop = @Workshop AND person = @Person
        ORDER BY created_at
        """;

    public string DeleteParticipantSession => "DELETE FROM participant_session WHERE token_hash = @TokenHash";

    public string ClearPresence => "DELETE FROM presence WHERE node = @Node OR at < @Stale";
    public string PutPresence => """
        INSERT INTO presence (workshop, person, node, at)
        SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), @Node, @At FROM json_each(@People)
        """;

    public string PresentSince => """
        SELECT DISTINCT workshop, person
        FROM presence
        WHERE at > @Since AND workshop IN (SELECT value FROM json_each(@Workshops))
        """;

    public string PutDataProtectionKey => "INSERT INTO data_protection_key (name, xml) VALUES (@Name, @Xml)";
    public string DataProtectionKeys => "SELECT xml FROM data_protection_key ORDER BY name";

    public string OldestRelease => "SELECT oldest_release FROM schema_info";
    public const string ItemsOfOthers = "SELECT id AS Id, box AS Box, payload AS Payload, edit_hash AS EditHash FROM item WHERE box <> @Box ORDER BY box, id";

    /// <summary>Without a condition: SQLite then clears whole pages.</summary>
    public const string DeleteAllItems = "DELETE FROM item";

    public const string EveryCommit = """
        SELECT workshop AS Workshop, seq AS Seq, v AS V, command AS Command, actor AS Actor, at AS At, body_hash AS BodyHash, events AS Events, hash AS Hash
        FROM log
        ORDER BY workshop, seq
        """;

    public const string QuickCheck = "PRAGMA quick_check(1)";
    public const string Size = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
    public const string IsOurs = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_info')";

    /// <summary>
    /// FULL: a commit is on disk before anyone hears of it. Deleted ballots are overwritten with zeros, and what a savepoint sets
    /// aside stays in memory. The writer waits for the lock itself, more finely than SQLite would.
    /// </summary>
    public const string PrepareToWrite = """
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA wal_autocheckpoint = 4000;
        PRAGMA busy_timeout = 0;
        """;

    /// <summary>The file remembers it, but a restored backup may come without.</summary>
    public const string UseWriteAheadLog = "PRAGMA journal_mode = WAL";
}
