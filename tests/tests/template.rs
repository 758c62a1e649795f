//! The stack's template, held against the code: routes, tables, and what each function may do.

use meent_local::FUNCTIONS;
use meent_store::Table;
use meent_tests::tour::Tour;
use meent_tests::{Call, Service};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Rights that no call names and AWS asks for all the same: whoever has the first needs the second.
const NEEDED_UNSEEN: &[(&str, &str, &str)] =
    &[("s3:GetObject documents/*", "s3:ListBucket documents", "else a missing document is a 403 and not a 404")];

/// What SAM adds to a function's role by itself: its log, the stream and the queue of its events.
const ADDED_BY_SAM: &[&str] = &[
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
    "sqs:SendMessage",
];

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn resources() -> BTreeMap<String, Value> {
    let text = std::fs::read_to_string(root().join("infra/template.yaml")).expect("the template");
    let template: Value = serde_yaml_ng::from_str(&text).expect("YAML in long forms");
    serde_json::from_value(template["Resources"].clone()).expect("resources")
}

fn of_type(kind: &str) -> BTreeMap<String, Value> {
    resources().into_iter().filter(|(_, resource)| resource["Type"] == kind).collect()
}

/// By their crates' names.
fn functions() -> BTreeMap<String, Value> {
    let functions = of_type("AWS::Serverless::Function").into_values();
    functions.map(|function| (own_name(&function["Properties"]["FunctionName"]), function)).collect()
}

/// A name after the stack's.
fn own_name(value: &Value) -> String {
    let name = value["Fn::Sub"].as_str().and_then(|name| name.strip_prefix("${AWS::StackName}"));
    name.unwrap_or_else(|| panic!("{value} does not begin with the stack's name"))[1..].to_owned()
}

fn none(differences: &[String]) {
    assert!(differences.is_empty(), "\ninfra/template.yaml:\n  {}\n", differences.join("\n  "));
}

#[test]
fn functions_are_the_crates() {
    let crates: BTreeSet<String> = std::fs::read_dir(root().join("functions"))
        .expect("functions/")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(functions().into_keys().collect::<BTreeSet<_>>(), crates);
    let mut answering: BTreeSet<String> = FUNCTIONS.iter().map(|function| function.name.to_owned()).collect();
    answering.extend(["on-outbox", "on-schedule"].map(str::to_owned));
    assert_eq!(answering, crates, "infra/local/src/functions.rs");
}

#[test]
fn routes_are_the_routers() {
    let mut differences = vec![];
    for (name, function) in functions() {
        let routes = |function: &meent_local::Function| {
            function.patterns().into_iter().map(|(method, path)| format!("{method} {path}")).collect::<BTreeSet<_>>()
        };
        let code = FUNCTIONS.iter().find(|function| function.name == name).map(routes).unwrap_or_default();
        let events = function["Properties"]["Events"].as_object().expect("events");
        let requests = events.values().filter(|event| event["Type"] == "HttpApi").map(|event| &event["Properties"]);
        let template: Vec<String> = requests
            .inspect(|event| assert_eq!(event["ApiId"], json!({ "Ref": "Api" }), "{name}: {event}"))
            .map(|event| format!("{} {}", text(&event["Method"]), text(&event["Path"])))
            .collect();
        let known: BTreeSet<String> = template.iter().cloned().collect();
        assert_eq!(known.len(), template.len(), "{name} has a route twice");
        differences.extend(code.difference(&known).map(|route| format!("{name}: add the event {route}")));
        differences.extend(known.difference(&code).map(|route| format!("{name}: remove the event {route}")));
    }
    none(&differences);
}

#[test]
fn the_outbox_is_woken_by_new_letters_and_by_the_clock() {
    let events = functions()["on-outbox"]["Properties"]["Events"].clone();
    let stream = &events["Outbox"]["Properties"];
    assert_eq!(stream["Stream"], json!({ "Fn::GetAtt": ["WorkTable", "StreamArn"] }));
    let pattern = text(&stream["FilterCriteria"]["Filters"][0]["Pattern"]);
    assert!(pattern.contains(&format!("\"prefix\":\"{}\"", meent_store::work::MAILS)), "{pattern}");
    let pattern = text(&stream["FilterCriteria"]["Filters"][1]["Pattern"]);
    assert!(pattern.contains(&format!("\"prefix\":\"{}\"", meent_store::work::JOBS)), "{pattern}");
    assert_eq!(events["Due"]["Properties"]["Schedule"], "rate(1 minute)");
}

#[test]
fn tables_are_the_schema() {
    let mut tables: BTreeMap<String, Value> = of_type("AWS::DynamoDB::Table")
        .into_values()
        .map(|table| (own_name(&table["Properties"]["TableName"]), table))
        .collect();
    for table in Table::ALL {
        let name = table.name();
        let resource = tables.remove(name).unwrap_or_else(|| panic!("infra/template.yaml has no table {name}"));
        let mut properties = resource["Properties"].clone();
        // What it is named and who listens to it are tested where that matters.
        for aside in ["TableName", "StreamSpecification", "ResourcePolicy"] {
            properties.as_object_mut().expect("properties").remove(aside);
        }
        assert_eq!(properties, described(table), "infra/template.yaml, the table {name}");
        for policy in ["DeletionPolicy", "UpdateReplacePolicy"] {
            assert_eq!(resource[policy], "Retain", "{name} goes with the stack");
        }
    }
    assert!(tables.is_empty(), "no code knows {:?}", tables.keys());
}

/// A table as the template is to have it.
fn described(table: Table) -> Value {
    let keys = |partition: &str, sort: &str| json!([{ "AttributeName": partition, "KeyType": "HASH" }, { "AttributeName": sort, "KeyType": "RANGE" }]);
    let mut attributes = vec!["pk", "sk"];
    for name in table.indexes().iter().flat_map(|index| [index.partition, index.sort]) {
        if !attributes.contains(&name) {
            attributes.push(name);
        }
    }
    let attribute = |name: &&str| json!({ "AttributeName": name, "AttributeType": "S" });
    let mut described = json!({
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": attributes.iter().map(attribute).collect::<Vec<_>>(),
        "KeySchema": keys("pk", "sk"),
        "PointInTimeRecoverySpecification": { "PointInTimeRecoveryEnabled": true },
        "SSESpecification": { "SSEEnabled": true },
        "DeletionProtectionEnabled": true,
    });
    if !table.indexes().is_empty() {
        let index = |index: &meent_store::schema::Index| {
            json!({
                "IndexName": index.name,
                "KeySchema": keys(index.partition, index.sort),
                "Projection": { "ProjectionType": "ALL" },
            })
        };
        described["GlobalSecondaryIndexes"] = table.indexes().iter().map(index).collect();
    }
    if table.has_terms() {
        described["TimeToLiveSpecification"] = json!({ "AttributeName": "expires_at", "Enabled": true });
    }
    described
}

#[tokio::test]
async fn every_function_may_do_what_it_does_and_nothing_else() {
    let tour = Tour::walk().await;
    let asked: BTreeSet<&str> = tour.stops.iter().map(|stop| stop.route.as_str()).collect();
    for function in FUNCTIONS {
        for (method, path) in function.patterns() {
            let route = format!("{method} {path}");
            assert!(asked.contains(route.as_str()), "tests/src/tour does not visit {route}: its rights are not known");
        }
    }
    let mut differences = vec![];
    for (name, function) in functions() {
        let mut used: BTreeMap<String, String> = BTreeMap::new();
        for call in tour.calls().filter(|call| call.function == name) {
            let route = call.route.as_deref().unwrap_or("what wakes it");
            used.extend(rights_of(call).map(|right| (right, route.to_owned())));
        }
        for (has, needs, why) in NEEDED_UNSEEN {
            if used.contains_key(*has) {
                used.insert((*needs).to_owned(), (*why).to_owned());
            }
        }
        let granted = granted(&function["Properties"]["Policies"]);
        for (right, why) in used.iter().filter(|(right, _)| !granted.contains(*right)) {
            differences.push(format!("{name}: add {right} ({why})"));
        }
        for right in granted.iter().filter(|right| !used.contains_key(*right)) {
            differences.push(format!("{name}: remove {right} (nothing in tests/src/tour uses it)"));
        }
    }
    none(&differences);
}

#[test]
fn the_outer_limit_allows_what_the_functions_are_granted() {
    let document = resources()["FunctionBoundary"]["Properties"]["PolicyDocument"].clone();
    let allowed = document["Statement"].as_array().into_iter().flatten().filter(|each| each["Effect"] == "Allow");
    let limit: BTreeSet<String> = allowed.flat_map(|statement| texts(&statement["Action"])).collect();
    let rights = functions().into_values().flat_map(|function| granted(&function["Properties"]["Policies"]));
    let mut actions: BTreeSet<String> = rights.filter_map(|right| right.split(' ').next().map(str::to_owned)).collect();
    actions.extend(ADDED_BY_SAM.iter().map(|action| (*action).to_owned()));
    assert_eq!(limit, actions, "FunctionBoundary");
}

/// `dynamodb:Query staff/by-name`
fn rights_of(call: &Call) -> impl Iterator<Item = String> {
    call.touches.iter().map(|touch| {
        let resource = match (call.service, &touch.index) {
            (Service::DynamoDb, Some(index)) => format!("{}/{index}", touch.resource),
            (Service::S3, _) => format!("{}/*", touch.resource),
            (Service::SecretsManager, _) => format!("secret {}", touch.resource),
            _ => touch.resource.clone(),
        };
        format!("{} {resource}", touch.action)
    })
}

/// The same of a function's policies.
fn granted(policies: &Value) -> BTreeSet<String> {
    let mut granted = BTreeSet::new();
    for policy in policies.as_array().expect("policies") {
        for statement in policy["Statement"].as_array().expect("policies of our own") {
            assert_eq!(statement["Effect"], "Allow", "{statement}");
            let resources: Vec<String> =
                statement["Resource"].as_array().expect("resources").iter().map(resource_named).collect();
            for action in texts(&statement["Action"]) {
                for resource in &resources {
                    assert!(granted.insert(format!("{action} {resource}")), "{action} {resource} is granted twice");
                }
            }
        }
    }
    granted
}

fn resource_named(resource: &Value) -> String {
    let sub = resource["Fn::Sub"].as_str().unwrap_or_default();
    let whole = || resource["Fn::GetAtt"].as_array().filter(|path| path[1] == "Arn").map(|path| text(&path[0]));
    let part = || sub.strip_prefix("${")?.split_once(".Arn}");
    match (whole(), part(), resource["Ref"].as_str()) {
        (Some("DocumentsBucket"), ..) => "documents".to_owned(),
        (Some(table), ..) => table_named(table),
        (_, Some(("DocumentsBucket", "/*")), _) => "documents/*".to_owned(),
        (_, Some((table, path)), _) if path.starts_with("/index/") => {
            format!("{}/{}", table_named(table), &path["/index/".len()..])
        }
        (.., Some(secret)) => format!("secret {}", own_name(&resources()[secret]["Properties"]["Name"])),
        _ if resource.to_string().contains(":ses:") => "mail".to_owned(),
        _ => panic!("this test doesn't know the resource {resource}"),
    }
}

fn table_named(key: &str) -> String {
    own_name(&resources()[key]["Properties"]["TableName"])
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().expect("a list").iter().map(|each| text(each).to_owned()).collect()
}
